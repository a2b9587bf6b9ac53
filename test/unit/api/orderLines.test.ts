import { csvHead, csvLine, jsonLine } from "../../../api/exports/orderLines.js";
import type { OrderView } from "../../../api/orders/orderViews.js";

const order = {
  id: "ord_1",
  external_id: '=HYPERLINK("evil")',
  title: 'A "title", of\r\ntwo lines',
  state: "completed",
  mode: "test",
  labels: ["north", "2026"],
  created_at: "2026-11-22T00:00:00.000Z",
  expires_at: "2026-12-22T00:00:00.000Z",
  ended_at: null,
  end_reason: "@reason",
  documents: [{ name: "a.pdf" }, { name: "b.pdf" }],
  signers: [
    {
      given_name: "Ada",
      surname: "Lovelace",
      email: "ada@example.org",
      phone: null,
      role: "signer",
      state: "signed",
      signing_url: "https://example.org/s/secret",
    },
  ],
  metadata: { key: "value" },
} as unknown as OrderView;

test("a line of CSV has as many values as its head, whatever stands in them", () => {
  const line = csvLine(order);
  const values = line.replace(/\r\n$/, "").match(/("(?:[^"]|"")*"|[^,]*)(,|$)/g)!;
  expect(values.filter((value, index) => value !== "" || index < values.length - 1)).toHaveLength(
    csvHead().trimEnd().split(",").length,
  );
  expect(line).toContain('"A ""title"", of\r\ntwo lines"');
});

test("what a spreadsheet would take for a formula is written as a text", () => {
  expect(csvLine(order)).toContain(`"'=HYPERLINK(""evil"")"`);
  expect(csvLine(order)).toContain("'@reason");
});

test("no export holds a signing link", () => {
  expect(csvLine(order)).not.toContain("secret");
  expect(jsonLine(order)).not.toContain("secret");
  expect(JSON.parse(jsonLine(order)).signers[0].given_name).toBe("Ada");
});
