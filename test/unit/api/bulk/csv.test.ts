import fc from "fast-check";
import { readCsv } from "../../../../api/bulk/csv.js";
import { readCsvList } from "../../../../api/bulk/csvLines.js";
import type { Failure } from "../../../../api/failure/failure.js";

const fields = (text: string) => readCsv(text).map((record) => record.fields);

function refusal(read: () => unknown): [string, unknown] {
  try {
    read();
  } catch (error) {
    const { code, extensions } = error as Failure;
    return [code, extensions["line"] ?? (error as Failure).param];
  }
  throw new Error("It was not refused.");
}

/** Any text that can stand in a file, with what is special in CSV more often than by chance. */
const text = fc.array(fc.constantFrom("a", "é", "漢", ",", ";", '"', "\n", "\r\n", "\r", " ", "\u2028"), {
  maxLength: 8,
});
const table = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 5 }))
  .chain(([width, height]) =>
    fc.array(
      fc.array(
        text.map((parts) => parts.join("")),
        { minLength: width, maxLength: width },
      ),
      {
        minLength: height,
        maxLength: height,
      },
    ),
  );
const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;

test("whatever stands in quotes comes back as it was written, whatever ends the lines", () => {
  fc.assert(
    fc.property(table, fc.constantFrom("\n", "\r\n"), fc.boolean(), (rows, end, last) => {
      const csv = rows.map((row) => row.map(quoted).join(",")).join(end) + (last ? end : "");
      expect(fields(csv)).toEqual(rows);
    }),
  );
});

test("no text at all makes the reader throw anything but a refusal that names the line", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        text.map((parts) => parts.join("")),
      ),
      (csv) => {
        try {
          for (const record of readCsv(csv)) expect(record.line).toBeGreaterThan(0);
        } catch (error) {
          expect((error as Failure).code).toBe("body_malformed");
          expect((error as Failure).extensions["line"]).toBeGreaterThan(0);
        }
      },
    ),
  );
});

test("semicolons part the fields where the first line has no comma, and a byte order mark is no text", () => {
  expect(fields("\ufeffa;b\r\n1,5;2\r\n")).toEqual([
    ["a", "b"],
    ["1,5", "2"],
  ]);
  expect(fields("a,b\n1;5,2")).toEqual([
    ["a", "b"],
    ["1;5", "2"],
  ]);
});

test("a record with too few or too many fields is told apart from those that follow it", () => {
  const { lines, source } = readCsvList("title,message\na,b\nc\nd,e,f\n\ng,h\n");
  expect(lines.map(({ title }) => title)).toEqual(["a", undefined, undefined, "g"]);
  expect(source.numbers).toEqual([2, 3, 4, 6]);
  expect([...source.ragged]).toEqual([
    [1, "The line has 1 field, and the line of column names 2."],
    [2, "The line has 3 fields, and the line of column names 2."],
  ]);
});

test("blank lines are passed over, and each record says on which line of the file it begins", () => {
  expect(readCsv('a,b\n\n"1\n2",3\n4,5\n').map(({ line }) => line)).toEqual([1, 3, 5]);
});

test.each([
  ["a quote inside a bare field", 'a,b\n1,x"y', 2],
  ["text behind a closing quote", 'a,b\n"1"x,2', 2],
  ["a quote that is never closed", 'a,b\n1,"2\n3', 2],
  ["a quote behind a blank line", 'a,b\n\n1,x"y', 3],
])("%s refuses the list, with the line of the file", (_name, csv, line) => {
  expect(refusal(() => readCsv(csv))).toEqual(["body_malformed", line]);
});

test("columns say whose the values are; an empty field says nothing", () => {
  const csv =
    "external_id,labels,metadata.room,values.rent,tenant.given_name,tenant.surname,landlord.email\n" +
    'crm/1,a; b,7,"1,200",Ada,Lovelace,\n' +
    ",,,,,,lord@example.org\n";
  expect(readCsvList(csv).lines).toEqual([
    {
      external_id: "crm/1",
      labels: ["a", "b"],
      metadata: { room: "7" },
      values: { rent: "1,200" },
      signers: [{ template_role: "tenant", given_name: "Ada", surname: "Lovelace" }],
    },
    { metadata: {}, values: {}, signers: [{ template_role: "landlord", email: "lord@example.org" }] },
  ]);
});

test("a value's name is free, be it __proto__", () => {
  const [line] = readCsvList("values.__proto__,title\nx,t").lines;
  expect(Object.entries(line!.values!)).toEqual([["__proto__", "x"]]);
});

test.each(["tenant.shoe_size", "given_name", "a.b.given_name", ".email"])(
  "the column %s is refused by its name",
  (column) => {
    expect(refusal(() => readCsvList(`title,${column}\n1,2`))).toEqual(["field_invalid", column]);
  },
);

test("a column that stands twice is refused, and so is a list without a first line", () => {
  expect(refusal(() => readCsvList("title,title\n1,2"))).toEqual(["field_invalid", "title"]);
  expect(refusal(() => readCsvList("\n"))).toEqual(["body_malformed", undefined]);
});
