import { extend } from "../../engine/pades/extend.js";
import { sign } from "../../engine/pades/sign.js";
import { describeWith } from "../support/judges.js";
import { describeWithResident } from "../support/residentJudge.js";
import { contents } from "./documents/contents.js";
import type { Kind } from "./documents/kind.js";
import { structures } from "./documents/structures.js";
import { FOREIGNER, type ForeignProgram, ForeignSigner, foreignPrograms } from "./judging/foreignSigner.js";
import { PANEL_PROGRAMS, Panel } from "./judging/panel.js";
import { sealFor } from "./judging/seal.js";

const kinds: Readonly<Record<string, Kind>> = { ...structures, ...contents };
const US = "Signer 1";

describeWith([...PANEL_PROGRAMS, "pk12util"], "a signature beside that of another program", () => {
  describeWithResident(["dss", "pyhanko"], "on files of every kind", () => {
    let panel: Panel;
    let foreigner: ForeignSigner;
    beforeAll(async () => {
      panel = await Panel.open();
      foreigner = await ForeignSigner.create(panel.directory);
      await panel.trust(foreigner.chainPem);
    });
    afterAll(() => panel.close());

    const readable = Object.keys(kinds).filter((name) => kinds[name]?.unreadableTo === undefined);
    const cases = readable.flatMap((name) =>
      foreignPrograms.flatMap((program) => [
        [name, program, "first"] as const,
        [name, program, "second"] as const,
      ]),
    );

    test.each(cases)("%s, where %s signs %s: all judges pass both", async (name, program, order) => {
      const pdf = await kinds[name]!.make();
      const both =
        order === "first" ? await we(await they(program, pdf)) : await they(program, await we(pdf));
      await expectBothPass(both, "PAdES-BASELINE-T");
      const { timestamp, revocation, roots } = panel.authorities;
      const sources = { timestamp, revocation, trustAnchors: [...roots, ...foreigner.certificates] };
      await expectBothPass(await extend(both, { level: "B-LTA", ...sources }), "PAdES-BASELINE-LTA");
    });

    const they = (program: ForeignProgram, pdf: Uint8Array) => foreigner.sign(program, pdf);

    async function we(pdf: Uint8Array): Promise<Uint8Array> {
      const { placement, appearance } = sealFor(pdf);
      const signer = await panel.authorities.oneTimeSigner(US);
      const { timestamp } = panel.authorities;
      return sign(pdf, {
        level: "B-T",
        ...signer,
        timestamp,
        placement,
        appearance,
        signingDate: new Date(),
      });
    }

    async function expectBothPass(pdf: Uint8Array, ourLevel: string): Promise<void> {
      const file = await panel.write("both.pdf", pdf);
      const dss = await panel.dss(file);
      const passed = { indication: "TOTAL_PASSED", errors: [] };
      expect(dss.signatures).toHaveLength(2);
      expect(dss.signatures).toContainEqual(expect.objectContaining({ ...passed, signer: FOREIGNER }));
      expect(dss.signatures).toContainEqual(
        expect.objectContaining({ ...passed, signer: US, level: ourLevel }),
      );
      const pyhanko = await panel.pyhanko(file);
      const sound = { bottom_line: true, suspicious: null };
      expect(pyhanko.signatures).toEqual(Array(2).fill(expect.objectContaining(sound)));
      const verdicts = (await panel.pdfsig(file)).filter(({ signer }) => signer !== "");
      const valid = expect.objectContaining({
        signature: "Signature is Valid.",
        certificate: "Certificate is Trusted.",
      });
      expect(verdicts.filter(({ signer }) => signer === US || signer === FOREIGNER)).toEqual([valid, valid]);
    }
  });
});
