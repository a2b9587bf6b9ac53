import { catalogue, notificationTypes } from "../../../../../api/webhooks/catalogue/catalogue.js";
import { exampleOf } from "../../../../../api/webhooks/catalogue/example.js";
import type { JsonSchema } from "../../../../../api/webhooks/catalogue/jsonSchema.js";
import { payloadSchema } from "../../../../../api/webhooks/catalogue/payloadSchema.js";
import { mostPayloadBytes } from "../../../../../api/webhooks/outbox/notification.js";
import { schemaFaults } from "../../../../support/schemaFaults.js";

/** Every schema inside of a schema, itself first. */
function inside(schema: JsonSchema): JsonSchema[] {
  const { items, properties, additionalProperties, anyOf, propertyNames } = schema;
  const parts = [
    items,
    additionalProperties,
    propertyNames,
    ...Object.values(properties ?? {}),
    ...(anyOf ?? []),
  ];
  return [schema, ...parts.flatMap((part) => (part ? inside(part) : []))];
}

describe.each(notificationTypes)("the schema of %s", (type) => {
  const schema = payloadSchema(type);
  const example = exampleOf(type);

  test("takes its example, alone and marked as an example", () => {
    expect(schemaFaults(schema, example)).toEqual([]);
    expect(schemaFaults(schema, { ...example, example: true })).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(example))).toBeLessThan(mostPayloadBytes);
  });

  test("takes no member that it does not name, and misses what is not there", () => {
    const { data } = example;
    const { timestamp: _, ...untimed } = example;
    expect(schemaFaults(schema, { ...example, more: 1 })).toEqual(["payload.more is not described"]);
    expect(schemaFaults(schema, { ...example, data: { ...data, more: 1 } })).not.toEqual([]);
    expect(schemaFaults(schema, untimed)).toEqual(["payload.timestamp is missing"]);
    expect(schemaFaults(schema, { ...example, data: {} })).not.toEqual([]);
    expect(schemaFaults(schema, { ...example, api_version: "2020-01-01" })).not.toEqual([]);
    expect(schemaFaults(schema, { ...example, type: "order.done" })).not.toEqual([]);
  });

  test("takes details that were left out of a line of a trail, and of nothing else", () => {
    const { data } = example;
    const faults = schemaFaults(schema, { ...example, data: { ...data, details: null } });
    expect(faults.length === 0).toBe(catalogue[type].line !== null);
  });

  test("is strict: its objects are closed, or say what their members are", () => {
    for (const part of inside(schema)) {
      const types = [part.type ?? []].flat();
      if (types.includes("object")) expect(part.additionalProperties).toBeDefined();
      // Whoever generates types from it needs one of these in every place.
      expect(part.type ?? part.anyOf).toBeDefined();
    }
  });
});

test("the examples' lines of one trail are numbered as they come after each other", () => {
  const life = [
    ...["order.created", "document.added", "signer.added", "order.sent", "link.opened", "consent.given"],
    ...["signature.requested", "document.signed", "signer.signed", "document.sealed", "order.completed"],
    ...["evidence.stored", "documents.removed", "evidence.purged"],
  ] as const;
  const numbers = life.map((type) => exampleOf(type).data["sequence"] as number);
  expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
});

test("the example of a purge has no external id, because none is left to tell", () => {
  expect(exampleOf("evidence.purged").data["external_id"]).toBeNull();
  expect(exampleOf("documents.removed").data["external_id"]).not.toBeNull();
});
