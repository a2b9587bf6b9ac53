import { extend } from "../../engine/pades/extend.js";
import { sign } from "../../engine/pades/sign.js";
import type { SignaturePlace } from "../../engine/pdf/placeSignature.js";
import { describeWith } from "../support/judges.js";
import { describeWithResident } from "../support/residentJudge.js";
import { sampleDocument } from "../unit/engine/pades/sampleDocument.js";
import { corneredAppearance } from "../unit/engine/pdf/placed.js";
import { waitingFields } from "../unit/engine/pdf/waitingFields.js";
import { PANEL_PROGRAMS, Panel } from "./judging/panel.js";

const numbers = [0, 1, 2, 3, 4];
const only = (name: string) => ({ action: "Include", fields: [name] }) as const;
const seen = (number: number): SignaturePlace => ({
  placement: { page: 1, x: 20, y: 20 + 60 * number, width: 100, height: 40, origin: "top-left" },
  appearance: corneredAppearance,
});
const inField = (number: number): SignaturePlace => ({
  fieldName: `F${number}`,
  appearance: corneredAppearance,
});

describeWith(PANEL_PROGRAMS, "what signatures permit", () => {
  describeWithResident(["dss", "pyhanko"], "as EU DSS and pyHanko's difference analysis judge it", () => {
    let panel: Panel;
    beforeAll(async () => {
      panel = await Panel.open();
    });
    afterAll(() => panel.close());

    async function signed(pdf: Uint8Array, places: readonly SignaturePlace[]): Promise<Uint8Array> {
      const { timestamp } = panel.authorities;
      let result = pdf;
      for (const place of places) {
        const signer = await panel.authorities.oneTimeSigner();
        const signingDate = new Date();
        result = await sign(result, { ...signer, ...place, level: "B-T", timestamp, signingDate });
      }
      return result;
    }

    async function expectAllPass(pdf: Uint8Array, count: number): Promise<void> {
      const file = await panel.write("permissions.pdf", pdf);
      const dss = await panel.dss(file);
      const passed = { indication: "TOTAL_PASSED", errors: [] };
      expect(dss.signatures).toEqual(Array(count).fill(expect.objectContaining(passed)));
      const pyhanko = await panel.pyhanko(file);
      const sound = { bottom_line: true, docmdp_ok: true, suspicious: null };
      expect(pyhanko.signatures).toEqual(Array(count).fill(expect.objectContaining(sound)));
    }

    test.each<[string, () => Promise<Uint8Array> | Uint8Array, SignaturePlace[]]>([
      [
        "after a certification of level 2, unseen",
        () => sampleDocument(1, true),
        [{ ...seen(0), certify: 2 }, {}, {}, {}, {}],
      ],
      [
        "after a certification of level 3, unseen",
        () => sampleDocument(1, false),
        [{ certify: 3 }, {}, {}, {}, {}],
      ],
      [
        "each locking its own new field",
        () => sampleDocument(1, true),
        numbers.map((number) => ({ ...seen(number), fieldName: `S${number}`, lock: only(`S${number}`) })),
      ],
      [
        "the last locking the document",
        () => sampleDocument(1, true),
        [...numbers.slice(1).map(seen), { ...seen(0), lock: { action: "All", permissions: 1 } }],
      ],
      [
        "seen in fields of the document, certified and locked",
        () => waitingFields,
        numbers.map((number) => ({
          ...inField(number),
          lock: { ...only(`F${number}`), permissions: 2 },
          ...(number === 0 && { certify: 3 }),
        })),
      ],
    ])(
      "five signatures in turn pass: %s",
      async (_, make, places) => {
        await expectAllPass(await signed(await make(), places), places.length);
      },
      120_000,
    );

    test("a certification against every change passes with validation data and time-stamps added since", async () => {
      const certified = await signed(await sampleDocument(1, true), [{ ...seen(0), certify: 1 }]);
      await expectAllPass(certified, 1);
      const { timestamp, revocation, roots } = panel.authorities;
      const means = { timestamp, revocation, trustAnchors: roots };
      const archived = await extend(certified, { level: "B-LTA", ...means });
      await expectAllPass(archived, 1);
      await expectAllPass(await extend(archived, { level: "B-LTA", ...means }), 1);
    }, 120_000);
  });
});
