import { verifyEvidence } from "../../../../engine/evidence/verifyEvidence.js";
import { changedFiles, changedJson, hex } from "./evidenceFiles.js";
import { type SampleEvidence, sampleEvidence } from "./sampleEvidence.js";

let sample: SampleEvidence;
beforeAll(async () => {
  sample = await sampleEvidence(1, 1);
});
afterAll(() => sample.stop());

/** A PDF with a revision behind its last one, which nobody signed: all signatures in it stay as they are. */
function updated(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString("latin1");
  const last = (pattern: RegExp) => [...text.matchAll(pattern)].at(-1)![1]!;
  const object = "9999 0 obj\n(shown in place of what was signed)\nendobj\n";
  const at = String(pdf.length).padStart(10, "0");
  const trailer = `<< /Size 10000 /Root ${last(/\/Root +(\d+ \d+ R)/g)} /Prev ${last(/startxref\s+(\d+)/g)} >>`;
  const table = `xref\n9999 1\n${at} 00000 n \ntrailer\n${trailer}\nstartxref\n${pdf.length + object.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(object + table, "latin1")]);
}

async function faultsWith(changes: Record<string, Uint8Array>) {
  const container = await sample.seal(changedFiles(sample.files, changes));
  const time = sample.authorities.clock.now();
  const { faults } = verifyEvidence(container, {
    trustAnchors: [sample.authorities.hierarchy.root.der],
    time,
  });
  return faults.map(({ code, file }) => `${code} ${file ?? ""}`);
}

describe("a revision that nobody signed, behind the last signature, is named a fault, even where the service sealed it:", () => {
  test("in the audit trail for people", async () => {
    const name = "audit/audit-trail.pdf";
    expect(await faultsWith({ [name]: updated(sample.files.get(name)!) })).toEqual([
      `signature_range_wrong ${name}`,
    ]);
  });

  test("in a signed document", async () => {
    const name = "documents/01-contract-signed.pdf";
    const pdf = updated(sample.files.get(name)!);
    const statement = changedJson(sample.files, "evidence.json", ({ documents: [first] }) => {
      Object.assign(first.signed, { bytes: pdf.length, sha256: hex(pdf) });
    });
    expect(await faultsWith({ "evidence.json": statement, [name]: pdf })).toContain(
      `signature_range_wrong ${name}`,
    );
  });
});
