import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPdf } from "../../../../../engine/pdf/document.js";
import { findText } from "../../../../../engine/pdf/text/findText.js";
import { describeWith } from "../../../../support/judges.js";
import { textPdf } from "./textPages.js";

/** What qpdf makes of a document when it encrypts it with these passwords. */
function encrypted(pdf: Uint8Array, user: string, ...how: string[]): Uint8Array {
  const directory = mkdtempSync(join(tmpdir(), "paraph-text-"));
  try {
    const [from, to] = ["plain.pdf", "encrypted.pdf"].map((name) => join(directory, name)) as [
      string,
      string,
    ];
    writeFileSync(from, pdf);
    const { status } = spawnSync("qpdf", [
      "--allow-weak-crypto",
      "--encrypt",
      user,
      "owner",
      ...how,
      "--",
      from,
      to,
    ]);
    expect(status).toBe(0);
    return readFileSync(to);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

describeWith(["qpdf"], "in an encrypted document", () => {
  const pdf = textPdf({
    contents: "/Span << /ActualText (sign) >> BDC BT /F 10 Tf 10 20 Td (abcd) Tj ET EMC",
  });
  const places = findText(pdf, { text: "sign" });

  test.each([
    { cipher: "AES-256", how: ["256"] },
    { cipher: "AES-128", how: ["128", "--use-aes=y"] },
    { cipher: "RC4", how: ["128", "--use-aes=n"] },
  ])("a text is found as in the plain one, by $cipher", ({ how }) => {
    expect(places).toHaveLength(1);
    expect(findText(encrypted(pdf, "", ...how), { text: "sign" })).toEqual(places);
  });

  test("that needs a password it is found once that is given, and not before", () => {
    const locked = encrypted(pdf, "user", "256");
    expect(findText(openPdf(locked, {}, { password: "user" }), { text: "sign" })).toEqual(places);
    expect(() => findText(locked, { text: "sign" })).toThrow(
      expect.objectContaining({ code: "pdf_encrypted" }),
    );
  });
});
