import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { EngineError } from "../../engine/error.js";
import { sign } from "../../engine/pades/sign.js";
import { describeWith, describeWithCorpora } from "../support/judges.js";
import { describeWithResident } from "../support/residentJudge.js";
import { PANEL_PROGRAMS, Panel } from "./judging/panel.js";
import { expectKnownRefusal } from "./judging/refusals.js";
import { type Seal, sealFor } from "./judging/seal.js";
import { damageDone } from "./judging/unchanged.js";

/** DSS draws pages to compare them; it needs minutes for the one of this file, and gigabytes. */
const TOO_MUCH_FOR_DSS = new Set(["issue16263.pdf"]);

describeWithCorpora("each of the real documents", (corpora) => {
  const directory = join(corpora, "real-pdfs");
  const names = readdirSync(directory).filter((name) => name.endsWith(".pdf"));

  describeWith([...PANEL_PROGRAMS, "pdftoppm", "mutool"], "signed visibly at level B-T", () => {
    describeWithResident(["dss", "pyhanko"], "as every judge sees it", () => {
      let panel: Panel;
      beforeAll(async () => {
        panel = await Panel.open();
      });
      afterAll(() => panel.close());

      async function signed(pdf: Uint8Array): Promise<{ after: Uint8Array; seal: Seal } | EngineError> {
        try {
          const { timestamp, oneTimeSigner } = panel.authorities;
          const seal = sealFor(pdf);
          const signer = await oneTimeSigner();
          const options = { ...signer, ...seal, level: "B-T", timestamp, signingDate: new Date() } as const;
          return { after: await sign(pdf, options), seal };
        } catch (error) {
          if (error instanceof EngineError) return error;
          throw error;
        }
      }

      test.each(names)(
        "%s is valid, and unchanged outside of the appearance; or refused with the reason that is known",
        async (name) => {
          const before = join(directory, name);
          const pdf = readFileSync(before);
          const outcome = await signed(pdf);
          if (outcome instanceof EngineError) {
            expectKnownRefusal(`real-pdfs/${name}`, outcome.code);
            return;
          }
          expectKnownRefusal(`real-pdfs/${name}`, undefined);
          const after = await panel.write(name, outcome.after);
          expect(Buffer.compare(outcome.after.subarray(0, pdf.length), pdf)).toBe(0);
          const scratch = join(panel.directory, "drawn");
          expect(await damageDone({ before, after }, scratch, outcome.seal.seen)).toEqual([]);
          await expectValid(after);
        },
      );

      async function expectValid(file: string): Promise<void> {
        const trusted = { signature: "Signature is Valid.", certificate: "Certificate is Trusted." };
        const verdicts = await panel.pdfsig(file);
        expect(verdicts).toContainEqual(expect.objectContaining({ ...trusted, wholeDocument: true }));
        const pyhanko = (await panel.pyhanko(file)).signatures.at(-1);
        expect(pyhanko).toMatchObject({ bottom_line: true, coverage: "ENTIRE_FILE", indication: "PASSED" });
        if (TOO_MUCH_FOR_DSS.has(basename(file))) return;
        const dss = await panel.dss(file);
        const ours = dss.signatures.find(({ level }) => level === "PAdES-BASELINE-T");
        expect(ours).toMatchObject({ indication: "TOTAL_PASSED", errors: [] });
      }
    });
  });
});
