import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { notificationTypes } from "../../api/webhooks/catalogue/catalogue.js";
import { exampleOf } from "../../api/webhooks/catalogue/example.js";
import { payloadSchema } from "../../api/webhooks/catalogue/payloadSchema.js";
import { describeWithResident, ResidentJudge } from "../support/residentJudge.js";
import { schemaFaults } from "../support/schemaFaults.js";

/** Values that a careless change could make of one: each member in turn left out, of another kind, or one more. */
function* changed(value: unknown): Generator<unknown> {
  if (Array.isArray(value)) {
    yield [];
    for (const [index, item] of value.entries()) {
      for (const other of changed(item)) yield value.with(index, other);
    }
  } else if (typeof value === "object" && value !== null) {
    yield { ...value, unheard_of: 1 };
    for (const [name, member] of Object.entries(value)) {
      const { [name as never]: _, ...without } = value;
      yield without;
      for (const other of changed(member)) yield { ...value, [name]: other };
    }
  } else {
    yield* [null, true, -1, 0, 1.5, 1, "", "x", "ord_0", "2026-12-01", [], {}].filter(
      (other) => other !== value,
    );
  }
}

describeWithResident(["jsonschema"], "the published schemas of events, by Python's jsonschema", () => {
  let judge: ResidentJudge<"jsonschema">;
  let directory: string;
  beforeAll(async () => {
    judge = new ResidentJudge("jsonschema");
    directory = await mkdtemp(join(tmpdir(), "paraph-schemas-"));
  });
  afterAll(async () => {
    await judge.stop();
    await rm(directory, { recursive: true, force: true });
  });

  test.each(notificationTypes)(
    "%s: takes its example, and of changed ones what the tests' own checker takes",
    async (type) => {
      const schema = payloadSchema(type);
      const example = exampleOf(type);
      const values = [example, { ...example, example: true }, ...changed(example)];
      const file = join(directory, `${type}.json`);
      await writeFile(file, JSON.stringify({ schema, values }));
      const { problem, faults } = await judge.judge(file);
      expect(problem).toBeNull();
      expect(faults.slice(0, 2)).toEqual([[], []]);
      const ours = values.map((value) => schemaFaults(schema, value));
      const disputed = values.filter(
        (_value, index) => (ours[index]!.length === 0) !== (faults[index]!.length === 0),
      );
      expect(disputed).toEqual([]);
      // Nearly every change is one that is seen.
      expect(faults.filter((found) => found.length > 0).length).toBeGreaterThan(values.length * 0.6);
    },
  );
});
