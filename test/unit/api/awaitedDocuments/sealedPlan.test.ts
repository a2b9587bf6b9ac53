import { randomBytes } from "node:crypto";
import { secretBox } from "../../../../api/adapters/keyStore/secretBox.js";
import {
  openPlan,
  openSource,
  type Plan,
  sealPlan,
  sealSource,
} from "../../../../api/awaitedDocuments/sealedPlan.js";

const platform = { secretBox: secretBox(randomBytes(32)) };

const plan = (images: readonly (Uint8Array | null)[]): Plan => [
  {
    signerId: "a",
    placements: images.map((image) => ({
      kind: "signature",
      document: 0,
      place: { by: "marker", text: "image", occurrence: null, dx: 0, dy: 1.5, size: null },
      name: null,
      label: "Zeichen: \u2068é\u2069",
      required: true,
      readOnly: false,
      value: null,
      options: {},
      appearance: image && { image, lines: [] },
    })),
  },
  { signerId: "b", placements: [] },
];

test("what is to be placed comes out of its box as it went in, pictures as their bytes", () => {
  const [one, other] = [randomBytes(100), randomBytes(100)];
  const given = plan([one, null, other]);
  expect(openPlan(platform, "order", sealPlan(platform, "order", given))).toEqual(given);
});

test("a picture that many placements show is kept once, and is one picture again afterwards", () => {
  const image = randomBytes(10_000);
  const sealed = sealPlan(platform, "order", plan(Array.from({ length: 50 }, () => Buffer.from(image))));
  expect(sealed.length).toBeLessThan(50_000);
  const [{ placements }] = openPlan(platform, "order", sealed) as [Plan[number]];
  expect(new Set(placements.map(({ appearance }) => appearance!.image)).size).toBe(1);
});

test("neither box opens for another order or another document", () => {
  const sealed = sealPlan(platform, "order", plan([null]));
  expect(() => openPlan(platform, "another", sealed)).toThrow();
  const source = { name: "lease.pdf", kind: "sign", url: "https://example.org/?token=1" } as const;
  const kept = sealSource(platform, "document", source);
  expect(openSource(platform, "document", kept)).toEqual(source);
  expect(() => openSource(platform, "another", kept)).toThrow();
  expect(Buffer.from(kept).includes("token")).toBe(false);
});
