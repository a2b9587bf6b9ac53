import { parse } from "yaml";
import type { EuSesAudit } from "../../../../../api/dialects/euSes/audit/audit.js";
import { auditAsText } from "../../../../../api/dialects/euSes/audit/auditText.js";

const strange = [
  ...[
    "1e3",
    "0x1F",
    "0o17",
    "0b101",
    "1_000",
    "01940000111122e344445555",
    "2026-11-22",
    "12",
    "y",
    "No",
    ".5",
  ],
  ...[
    "null",
    "~",
    "",
    " lead",
    "trail ",
    "a: b",
    "a #b",
    "- a",
    "'",
    '"',
    "{a}",
    "[a]",
    "&a",
    "*a",
    "!a",
    "%a",
  ],
  ...[
    "line\nbreak",
    "tab\there",
    "\u202eturned",
    "\u0085\u2028",
    "\ufffe\uffff",
    "\ufeff",
    "契約 😀",
    "a\\b",
    "---",
  ],
];

test("whatever a name or an id looks like, the text reads as that text, in YAML 1.1 and 1.2", () => {
  const audit = { strange, byName: Object.fromEntries(strange.map((text, index) => [`n${index}`, text])) };
  const text = auditAsText(audit as unknown as EuSesAudit);
  const expected = { SignatureAuditReport: audit };
  expect(parse(text)).toEqual(expected);
  expect(parse(text, { version: "1.1" })).toEqual(expected);
});
