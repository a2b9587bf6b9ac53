import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EngineError } from "../../engine/error.js";
import { sign } from "../../engine/pades/sign.js";
import { describeWith, describeWithCorpora } from "../support/judges.js";
import { type DssSignature, describeWithResident, type PyhankoSignature } from "../support/residentJudge.js";
import { PANEL_PROGRAMS, Panel } from "./judging/panel.js";
import { expectKnownRefusal } from "./judging/refusals.js";
import { damageDone } from "./judging/unchanged.js";

/** The owner's password of the corpus, and the refusals after which it is tried. */
const OWNER_PASSWORD = " ";
const NEEDS_OWNER = new Set(["pdf_encrypted", "pdf_permission_denied"]);
/** The name that the authorities of a test give to a signer without one. */
const OURS = "Ada Lovelace";

describeWithCorpora("each of the signed documents", (corpora) => {
  const directory = join(corpora, "signed-pdfs");
  const names = readdirSync(directory).filter((name) => name.endsWith(".pdf"));

  describeWith([...PANEL_PROGRAMS, "pdftoppm", "mutool"], "signed once more", () => {
    describeWithResident(["dss", "pyhanko"], "as every judge sees it", () => {
      let panel: Panel;
      beforeAll(async () => {
        panel = await Panel.open();
      });
      afterAll(() => panel.close());

      async function signed(pdf: Uint8Array, password: string): Promise<Uint8Array | EngineError> {
        try {
          const { timestamp, oneTimeSigner } = panel.authorities;
          const access = password === "" ? {} : { access: { password } };
          const signer = await oneTimeSigner();
          return await sign(pdf, { level: "B-T", ...signer, ...access, timestamp, signingDate: new Date() });
        } catch (error) {
          if (error instanceof EngineError) return error;
          throw error;
        }
      }

      test.each(names)(
        "%s keeps what its signatures were worth, and gains one; or is refused with the reason that is known",
        async (name) => {
          const before = join(directory, name);
          const pdf = readFileSync(before);
          let password = "";
          let outcome = await signed(pdf, password);
          if (outcome instanceof EngineError && NEEDS_OWNER.has(outcome.code)) {
            const again = await signed(pdf, OWNER_PASSWORD);
            if (!(again instanceof EngineError)) [outcome, password] = [again, OWNER_PASSWORD];
          }
          if (outcome instanceof EngineError) {
            expectKnownRefusal(`signed-pdfs/${name}`, outcome.code);
            return;
          }
          expectKnownRefusal(`signed-pdfs/${name}`, undefined);
          const after = await panel.write("signed.pdf", outcome);
          const scratch = join(panel.directory, "drawn");
          expect(await damageDone({ before, after, password }, scratch)).toEqual([]);
          await expectSameWorth(before, after, password);
        },
      );

      async function expectSameWorth(before: string, after: string, password: string): Promise<void> {
        const was = (await panel.dss(before, { password })).signatures;
        const is = (await panel.dss(after, { password })).signatures;
        const earlier = is.filter(({ signer }) => signer !== OURS);
        expect(earlier.map(worthToDss)).toEqual(was.map(worthToDss));
        const ours = is.filter(({ signer }) => signer === OURS);
        expect(ours).toEqual([expect.objectContaining({ indication: "TOTAL_PASSED", errors: [] })]);
        const pyhanko = await panel.pyhanko(before, { password }).catch(() => null);
        // Some of these files are made to break their readers.
        if (pyhanko === null) return;
        const now = (await panel.pyhanko(after, { password })).signatures;
        expect(now.slice(0, -1).map(worthToPyhanko)).toEqual(pyhanko.signatures.map(worthToPyhanko));
        expect(now.at(-1)).toMatchObject({ signer: OURS, bottom_line: true, indication: "PASSED" });
      }
    });
  });
});

function worthToDss({ indication, subIndication, errors, level, field }: DssSignature) {
  return { indication, subIndication, errors, level, field };
}

function worthToPyhanko({ field, intact, valid, problem, docmdp_ok, suspicious }: PyhankoSignature) {
  return { field, intact, valid, problem, docmdp_ok, isSuspicious: suspicious !== null };
}
