import fc from "fast-check";
import type { Failure } from "../../../../api/failure/failure.js";
import type { Placement, PlacementKind, PlacementOptions } from "../../../../api/orders/order.js";
import { fieldsDigest } from "../../../../api/placements/fieldsDigest.js";
import { checkValue } from "../../../../api/placements/fieldValue.js";
import { requireFilled } from "../../../../api/placements/requireFilled.js";

const check = (kind: PlacementKind, value: string, options: PlacementOptions = {}) =>
  checkValue({ kind, options }, value, "values.x");
const refused = (kind: PlacementKind, value: string, options?: PlacementOptions) =>
  expect(() => check(kind, value, options)).toThrow(
    expect.objectContaining({ code: "field_invalid", param: "values.x" }),
  );

test.each<[PlacementKind, string, string]>([
  ["text", "Œuvre complète – 漢字 😀", "Œuvre complète – 漢字 😀"],
  ["date", " 2028-02-29 ", "2028-02-29"],
  ["checkbox", "true", "true"],
  ["checkbox", "false", "false"],
  ["initials", " A. L. ", "A. L."],
  ["name", "Ada Lovelace", "Ada Lovelace"],
])("a %s takes %j", (kind, given, kept) => {
  expect(check(kind, given)).toBe(kept);
});

test.each<[PlacementKind, string]>([
  ["signature", "x"],
  ["text", "two\nlines"],
  ["text", "turned \u202e round"],
  ["text", "bell \u0007"],
  ["text", "   "],
  ["text", "x".repeat(4001)],
  ["date", "2027-02-29"],
  ["date", "2027-13-01"],
  ["date", "31.12.2027"],
  ["date", "0000-01-01"],
  ["checkbox", "yes"],
  ["initials", "ABCDEFGHI"],
  ["initials", " "],
  ["name", "x".repeat(130)],
])("a %s refuses %j", (kind, value) => {
  refused(kind, value);
});

test("a text of several lines keeps its line breaks, each as one line feed", () => {
  expect(check("text", "a\r\nb\rc\n", { multiline: true })).toBe("a\nb\nc\n");
});

test("characters are counted as a reader counts them, not as the machine keeps them", () => {
  expect(check("text", "😀😀😀", { maxLength: 3 })).toBe("😀😀😀");
  refused("text", "😀😀😀😀", { maxLength: 3 });
});

test("every day that there is between 1000 and 9999 is taken", () => {
  const days = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, (day) => {
      const text = day.toISOString().slice(0, 10);
      expect(check("date", text)).toBe(text);
    }),
  );
});

describe("the digest of what was filled in", () => {
  const rows = [
    { id: "b", value: "1" },
    { id: "a", value: "2" },
    { id: "c", value: null },
  ];

  test("does not depend on the order of fields, nor on empty ones", () => {
    expect(fieldsDigest(rows.toReversed())).toEqual(fieldsDigest(rows));
    expect(fieldsDigest(rows.slice(0, 2))).toEqual(fieldsDigest(rows));
    expect(fieldsDigest(rows)).toHaveLength(32);
  });

  test("changes with every value and with where it stands", () => {
    const others = [
      [{ id: "b", value: "1 " }, rows[1]!],
      [
        { id: "b", value: "2" },
        { id: "a", value: "1" },
      ],
      [rows[0]!],
      [],
    ];
    const digests = [rows, ...others].map((some) => fieldsDigest(some).toString("hex"));
    expect(new Set(digests).size).toBe(5);
  });
});

describe("who may sign", () => {
  const field = (kind: PlacementKind, value: string | null, required = true): Placement => ({
    id: "018f0000-0000-7000-8000-000000000001",
    signerId: "",
    documentId: "",
    kind,
    value,
    required,
    position: 0,
    name: "rent",
    label: null,
    fieldName: null,
    readOnly: false,
    options: {},
    appearance: null,
    appearanceKey: null,
    page: 1,
    x: 0,
    y: 0,
    width: 9,
    height: 9,
  });

  test("whoever has filled in what is required; signatures, names and dates fill themselves", () => {
    requireFilled([
      field("signature", null),
      field("name", null),
      field("date", null),
      field("text", "x"),
      field("text", null, false),
      field("checkbox", "true"),
      field("checkbox", "false", false),
      field("initials", "AL"),
    ]);
  });

  test.each<[PlacementKind, string | null]>([
    ["text", null],
    ["initials", null],
    ["checkbox", null],
    ["checkbox", "false"],
  ])("nobody whose required %s is %j, and the refusal names it", (kind, value) => {
    try {
      requireFilled([field(kind, value)]);
    } catch (error) {
      const { code, message, extensions } = error as Failure;
      expect([code, message]).toEqual(["fields_missing", 'Not filled in yet: "rent".']);
      expect(extensions["missing"]).toEqual([expect.stringMatching(/^plc_[0-9a-z]{26}$/)]);
      return;
    }
    throw new Error("It was let through.");
  });
});
