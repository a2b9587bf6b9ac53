import { describeWith } from "../../support/judges.js";
import { type DssVerdict, describeWithResident, type PyhankoVerdict } from "../../support/residentJudge.js";
import { opensslVerdicts, rawSignatures } from "../../support/signatureJudges.js";
import type { Kind } from "../documents/kind.js";
import { newComplaints } from "./complaints.js";
import { dssLevel, levels, signedBy } from "./levelFiles.js";
import { PANEL_PROGRAMS, Panel } from "./panel.js";

const SIGNERS = [1, 2, 5];
/** The signer whose certificate names a responder: pdfsig asks it, and there is no network. */
const ASKS_OCSP = "Signer 2";
const REPORTS = ["simple", "detailed", "diagnostic", "etsi"];

/** Tests of every level by 1, 2 and 5 signers on some kinds of file, each by its name, as every judge sees them. */
export function describeEveryLevel(title: string, kinds: Readonly<Record<string, Kind>>): void {
  describeWith(PANEL_PROGRAMS, "signatures of every level", () => {
    describeWithResident(["dss", "pyhanko", "verapdf"], title, () => {
      let panel: Panel;
      beforeAll(async () => {
        panel = await Panel.open();
      });
      afterAll(() => panel.close());

      describe.each(Object.entries(kinds))("%s", (_, kind) => {
        const cases = levels.flatMap((level) => SIGNERS.map((count) => [level, count] as const));
        let pdf: Uint8Array;
        let before: string;
        beforeAll(async () => {
          pdf = await kind.make();
          before = await panel.write("before.pdf", pdf);
        });

        test.each(cases)(
          "%s by %i: all judges pass it at that level, and the file is as sound as before",
          async (level, count) => {
            const signed = await signedBy(count, pdf, level, panel.authorities, kind.fields);
            const after = await panel.write("after.pdf", signed);
            expect(newComplaints(before, after)).toEqual([]);
            // From B-LT on a file brings all that its validation needs.
            const withLists = level === "B-B" || level === "B-T";
            if (!kind.unreadableTo?.includes("dss")) {
              expectDssPasses(await panel.dss(after, { withLists }), dssLevel(level), count);
            }
            if (!kind.unreadableTo?.includes("pyhanko")) {
              expectPyhankoPasses(await panel.pyhanko(after, { withLists }), count);
            }
            await expectPdfsigPasses(panel, after, count, withLists);
            if (level === "B-T") await expectOpensslPasses(panel, signed, count);
            if (kind.flavour === undefined) return;
            const archival = { flavour: kind.flavour, compliant: true, failures: [] };
            expect(await panel.verapdf(after)).toEqual(archival);
          },
        );
      });
    });
  });
}

function expectDssPasses(verdict: DssVerdict, level: string, count: number): void {
  const passed = { indication: "TOTAL_PASSED", level, errors: [], warnings: [] };
  expect(verdict.signatures).toEqual(Array(count).fill(expect.objectContaining(passed)));
  for (const stamp of verdict.timestamps) {
    expect(stamp).toMatchObject({ indication: "PASSED", errors: [], warnings: [] });
  }
  expect(verdict.reports).toEqual(REPORTS);
}

function expectPyhankoPasses(verdict: PyhankoVerdict, count: number): void {
  const sound = { bottom_line: true, suspicious: null, indication: "PASSED" };
  expect(verdict.signatures).toEqual(Array(count).fill(expect.objectContaining(sound)));
  for (const stamp of verdict.timestamps) {
    expect(stamp).toMatchObject({ valid: true, trusted: true, suspicious: null });
  }
}

/** @param endsSigned whether a signature is the last that was appended, and so covers the whole file */
async function expectPdfsigPasses(
  panel: Panel,
  file: string,
  count: number,
  endsSigned: boolean,
): Promise<void> {
  const verdicts = (await panel.pdfsig(file)).filter(({ signer }) => signer.startsWith("Signer"));
  expect(verdicts).toHaveLength(count);
  for (const { signer, signature, certificate } of verdicts) {
    expect(signature).toBe("Signature is Valid.");
    if (signer !== ASKS_OCSP) expect(certificate).toBe("Certificate is Trusted.");
  }
  if (endsSigned) expect(verdicts.some(({ wholeDocument }) => wholeDocument)).toBe(true);
}

/** Each CMS object and the time-stamp in it, cut out of the file by its text. */
async function expectOpensslPasses(panel: Panel, pdf: Uint8Array, count: number): Promise<void> {
  const signatures = rawSignatures(pdf);
  expect(signatures).toHaveLength(count);
  for (const signature of signatures) {
    const { cms, timestamp } = await opensslVerdicts(panel.directory, signature, panel.authorities.rootPem);
    expect(cms).toContain("CAdES Verification successful");
    expect(timestamp).toContain("Verification: OK");
  }
}
