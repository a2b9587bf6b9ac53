import type { Placement } from "../../../../api/orders/order.js";
import { firstForm, laterForm } from "../../../../api/placements/documentForm.js";
import { requireRoomForFields } from "../../../../api/placements/requireRoomForFields.js";
import type { ResolvedPlacement } from "../../../../api/placements/resolvedPlacement.js";
import { shownDate } from "../../../../api/placements/shownDate.js";
import { shownValue } from "../../../../api/placements/shownValue.js";
import { signatureWidget } from "../../../../api/placements/signatureWidget.js";

const box = { page: 1, x: 10, y: 20, width: 100, height: 20 };

/** @param id one hexadecimal digit */
function placement(id: string, signerId: string, more: Partial<Placement> = {}): Placement {
  return {
    id: `00000000-0000-7000-8000-00000000000${id}`,
    signerId,
    documentId: "d",
    position: Number.parseInt(id, 16),
    kind: "text",
    name: null,
    label: null,
    fieldName: null,
    required: true,
    readOnly: false,
    value: "x",
    options: {},
    appearance: null,
    appearanceKey: null,
    ...box,
    ...more,
  };
}

const text = ({ value }: Placement) => (value === null ? null : ({ kind: "text", text: value } as const));
const placements = [
  placement("1", "ada", { kind: "signature", value: null }),
  placement("2", "ada", { value: "Ada's" }),
  placement("3", "bob", { value: "Bob's", label: "Town" }),
  placement("4", "bob", { value: "given", readOnly: true }),
  placement("5", "bob", { kind: "signature", value: null }),
  placement("6", "bob", { fieldName: "own.town", value: "Bob's own" }),
  placement("7", "bob", { kind: "checkbox", value: null, required: false }),
];

test("with the first signature come the fields of all, and no values but the signer's and those given for good", () => {
  const { fields, values, reserve } = firstForm(placements, "ada", text);
  expect(fields.map(({ kind, value }) => [kind, value])).toEqual([
    ["text", { kind: "text", text: "Ada's" }],
    ["text", undefined],
    ["text", { kind: "text", text: "given" }],
    ["checkbox", undefined],
  ]);
  expect(fields[1]).toMatchObject({
    label: "Town",
    required: true,
    placement: { ...box, origin: "top-left" },
  });
  expect(new Set(fields.map(({ name }) => name)).size).toBe(4);
  expect([values, reserve]).toEqual([[], ["own.town"]]);
});

test("with a later signature come the values of whoever signs, into the fields that are there", () => {
  const first = firstForm(placements, "ada", text);
  const { fields, values, reserve } = laterForm(placements, "bob", text);
  expect([fields, reserve]).toEqual([[], []]);
  expect(values).toEqual([
    { kind: "text", text: "Bob's", name: first.fields[1]!.name },
    { kind: "text", text: "Bob's own", name: "own.town" },
  ]);
});

test("a signature stands in the document's own field where there is one, else in its first box; others are drawn", () => {
  const boxes = [
    placement("2", "ada", { kind: "signature" }),
    placement("1", "ada", { kind: "signature" }),
    placement("3", "ada", { kind: "signature", fieldName: "client" }),
  ];
  expect(signatureWidget(boxes)).toBe(boxes[2]);
  expect(signatureWidget(boxes.slice(0, 2))).toBe(boxes[1]);
  expect(signatureWidget([placement("1", "ada")])).toBeNull();
  const { fields } = firstForm(boxes, "ada", () => ({ kind: "drawing", typed: "Ada" }));
  expect(fields.map(({ kind }) => kind)).toEqual(["drawing", "drawing"]);
});

describe("whoever comes when somebody has signed", () => {
  const resolved = (more: Partial<ResolvedPlacement>): ResolvedPlacement => ({
    kind: "signature",
    document: 0,
    name: null,
    label: null,
    required: true,
    readOnly: false,
    value: null,
    options: {},
    appearance: null,
    page: 1,
    box,
    fieldName: null,
    param: "placements[0]",
    ...more,
  });
  const signed = [{ signatures: 1 }, { signatures: 0 }];

  test("can sign, fill the document's own fields, and anything in a document without a signature", () => {
    const placements = [
      resolved({}),
      resolved({ kind: "text", fieldName: "own" }),
      resolved({ kind: "text", document: 1 }),
    ];
    requireRoomForFields(signed, placements);
  });

  test("can have a signature that nobody sees, beside one that is seen", () => {
    const places = [
      placement("1", "ada", { kind: "signature", width: 0, height: 0 }),
      placement("2", "ada", { kind: "signature" }),
    ];
    const drawnIn = (some: readonly Placement[]) =>
      firstForm(some, "ada", () => ({ kind: "drawing", typed: "Ada" })).fields.length;
    expect([
      drawnIn(places),
      drawnIn(places.toReversed().map((one, position) => ({ ...one, position }))),
    ]).toEqual([1, 0]);
  });

  test.each<[string, Partial<ResolvedPlacement>]>([
    ["a text", { kind: "text" }],
    ["initials", { kind: "initials" }],
    ["a second signature", {}],
  ])("cannot have %s of their own in a document that is signed", (_name, more) => {
    const late = { ...resolved(more), param: "placements[1]" };
    expect(() => {
      requireRoomForFields(signed, [resolved({}), late]);
    }).toThrow(expect.objectContaining({ code: "placement_invalid", param: "placements[1]" }));
  });
});

describe("what is written", () => {
  const writer = {
    signer: { givenName: "Ada", surname: "Lovelace", language: "fr" },
    at: new Date("2027-12-31T23:30:00Z"),
    timeZone: null,
    signature: () => ({ kind: "drawing", typed: "Ada" }) as const,
    initials: (typed: string) => ({ kind: "drawing", typed }) as const,
  };
  const shown = (more: Partial<Placement>) => shownValue(placement("1", "ada", more), writer);

  test("the day of signing is that of the order's time zone; a day that was given is that day in all of them", () => {
    const inParis = { ...writer, timeZone: "Europe/Paris" };
    const date = (more: Partial<Placement>) =>
      shownValue(placement("1", "ada", { kind: "date", ...more }), inParis);
    expect(date({ value: null })).toMatchObject({ text: expect.stringContaining("2028") });
    expect(date({ value: "2027-12-31" })).toMatchObject({ text: expect.stringContaining("2027") });
  });

  test("a name is the signer's, a date the day of signing, both unless they were given", () => {
    expect(shown({ kind: "name", value: null })).toEqual({ kind: "text", text: "Ada Lovelace" });
    expect(shown({ kind: "name", value: "A. L." })).toEqual({ kind: "text", text: "A. L." });
    expect(shown({ kind: "date", value: null })).toEqual({ kind: "text", text: "31 déc. 2027" });
    expect(shown({ kind: "date", value: "1815-12-10" })).toEqual({ kind: "text", text: "10 déc. 1815" });
  });

  test("what is empty stays empty", () => {
    for (const kind of ["text", "checkbox", "initials"] as const)
      expect(shown({ kind, value: null })).toBeNull();
    expect(shown({ kind: "checkbox", value: "false" })).toEqual({ kind: "checkbox", checked: false });
  });

  test("a day is written as the language writes it, in numerals that everybody reads", () => {
    const day = new Date("2027-01-02");
    expect(["en", "de", "pl", "ar", "th", "xx"].map((language) => shownDate(language, day))).toEqual([
      "2 Jan 2027",
      "02.01.2027",
      "2 sty 2027",
      expect.stringMatching(/2027/),
      expect.stringMatching(/2027/),
      "2 Jan 2027",
    ]);
  });
});
