import { sign } from "../../engine/pades/sign.js";
import type { SignOptions } from "../../engine/pades/signDocument.js";
import { addFormFields, changeForm, fillFormFields } from "../../engine/pdf/form/changeForm.js";
import type { FieldValue } from "../../engine/pdf/form/fieldValue.js";
import { describeWith } from "../support/judges.js";
import { describeWithResident } from "../support/residentJudge.js";
import { caveat, sans } from "../unit/engine/font/fonts.js";
import { sampleDocument } from "../unit/engine/pades/sampleDocument.js";
import { archivalFlavours, archivalPdf } from "./documents/archival.js";
import { authorsForm, mergedForm } from "./documents/authorsForm.js";
import { newComplaints } from "./judging/complaints.js";
import { PANEL_PROGRAMS, Panel } from "./judging/panel.js";
import { fieldsOfTwo, valuesOfSecond } from "./judging/twoSigners.js";

const style = () => ({ font: sans(), handwriting: caveat() });
const mark = { text: "TEST - no legal value" };
const authorsValues: readonly FieldValue[] = [
  { name: "order.city", kind: "text", text: "Århus" },
  { name: "order.notes", kind: "text", text: "One line\nand another" },
  { name: "order.agrees", kind: "checkbox", checked: true },
  { name: "order.country", kind: "choice", option: "Denmark" },
];

describeWith(PANEL_PROGRAMS, "form fields", () => {
  describeWithResident(["dss", "pyhanko"], "of several signers", () => {
    let panel: Panel;
    beforeAll(async () => {
      panel = await Panel.open();
    });
    afterAll(() => panel.close());

    async function signed(pdf: Uint8Array, how: Partial<SignOptions> = {}): Promise<Uint8Array> {
      const { timestamp } = panel.authorities;
      const signer = await panel.authorities.oneTimeSigner();
      return sign(pdf, { ...signer, ...how, level: "B-T", timestamp, signingDate: new Date() });
    }

    /** Two signatures, and between them nothing but a form that was filled in. */
    async function expectFilledIn(
      original: Uint8Array,
      pdf: Uint8Array,
      warnings: readonly string[] = [],
    ): Promise<void> {
      const before = await panel.write("original.pdf", original);
      const file = await panel.write("filled.pdf", pdf);
      const dss = await panel.dss(file);
      const passed = { indication: "TOTAL_PASSED", errors: [] };
      expect(dss.signatures).toEqual(
        [warnings, []].map((heard) => expect.objectContaining({ ...passed, warnings: heard })),
      );
      const pyhanko = await panel.pyhanko(file);
      const sound = { bottom_line: true, docmdp_ok: true, suspicious: null };
      expect(pyhanko.signatures).toEqual(
        ["FORM_FILLING", "NONE"].map((modification) => expect.objectContaining({ ...sound, modification })),
      );
      const valid = { signature: "Signature is Valid.", certificate: "Certificate is Trusted." };
      expect(await panel.pdfsig(file)).toEqual(Array(2).fill(expect.objectContaining(valid)));
      expect(newComplaints(before, file)).toEqual([]);
    }

    test.each([true, false])(
      "made with the first signature are filled with the second, with object streams: %s",
      async (streams) => {
        const pdf = await sampleDocument(3, streams);
        const first = await signed(pdf, { form: { ...style(), fields: fieldsOfTwo, mark } });
        const form = { ...style(), values: valuesOfSecond };
        await expectFilledIn(pdf, await signed(first, { form, fieldName: "bob-signs" }));
      },
      120_000,
    );

    test("made and filled in revisions of their own are no less sound", async () => {
      const pdf = await sampleDocument(1, true);
      const prepared = changeForm(pdf, { ...style(), fields: fieldsOfTwo, mark });
      const filled = fillFormFields(await signed(prepared), valuesOfSecond, style());
      await expectFilledIn(pdf, await signed(filled, { fieldName: "bob-signs" }));
    }, 120_000);

    test("are filled after a certification that allows no more", async () => {
      const pdf = await sampleDocument(1, false);
      const first = await signed(pdf, { certify: 2, form: { ...style(), fields: fieldsOfTwo } });
      const form = { ...style(), values: valuesOfSecond };
      await expectFilledIn(pdf, await signed(first, { form, fieldName: "bob-signs" }));
    }, 120_000);

    test("that the document's author made are filled after a signature", async () => {
      const pdf = mergedForm();
      const values: FieldValue[] = [
        { name: "city", kind: "text", text: "Århus" },
        { name: "agrees", kind: "checkbox", checked: true },
        { name: "country", kind: "choice", option: "Denmark" },
      ];
      await expectFilledIn(pdf, await signed(await signed(pdf), { form: { ...style(), values } }));
    }, 120_000);

    test.each([true, false])(
      "whose widgets are objects of their own are so once they are reserved, with object streams: %s",
      async (streams) => {
        const pdf = await authorsForm(streams);
        const reserve = authorsValues.map(({ name }) => name);
        const first = await signed(pdf, { form: { reserve } });
        // EU DSS compares how pages look without the fields that changed: the author's frames are missed then.
        const seen = ["BBB_FC_IVDBSFR_ANS: Visual difference is detected on page(s) [1]"];
        await expectFilledIn(pdf, await signed(first, { form: { ...style(), values: authorsValues } }), seen);
      },
      120_000,
    );
  });

  describeWithResident(["verapdf"], "in archival documents", () => {
    let panel: Panel;
    beforeAll(async () => {
      panel = await Panel.open();
    });
    afterAll(() => panel.close());

    test.each(archivalFlavours)(
      "of PDF/A-%s leave them so, empty and filled, beside a mark",
      async (flavour) => {
        const empty = addFormFields(archivalPdf(flavour), fieldsOfTwo, style());
        const filled = changeForm(empty, { ...style(), values: valuesOfSecond, mark });
        for (const pdf of [empty, filled]) {
          const verdict = await panel.verapdf(await panel.write("archival.pdf", pdf));
          expect(verdict).toEqual({ flavour, compliant: true, failures: [] });
        }
      },
      60_000,
    );
  });
});
