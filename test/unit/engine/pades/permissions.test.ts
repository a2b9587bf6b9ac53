import { openPdf } from "../../../../engine/pdf/document.js";
import { permissionsOf } from "../../../../engine/pdf/permissions/documentPermissions.js";
import type { SignaturePlace } from "../../../../engine/pdf/placeSignature.js";
import { describeWith } from "../../../support/judges.js";
import { corneredAppearance } from "../pdf/placed.js";
import { qpdfComplaints } from "../pdf/qpdf.js";
import { waitingFields } from "../pdf/waitingFields.js";
import { sampleDocument } from "./sampleDocument.js";
import { SIGNER_JUDGES, TestSigner } from "./testSigner.js";

const seen = (index: number): SignaturePlace => ({
  placement: { page: 1, x: 20, y: 20 + 60 * index, width: 100, height: 40, origin: "top-left" },
  appearance: corneredAppearance,
});
const fields = [0, 1, 2, 3, 4];
const only = (name: string) => ({ action: "Include", fields: [name] }) as const;

describeWith(SIGNER_JUDGES, "five signatures in turn, as pdfsig and qpdf judge them", () => {
  let ada: TestSigner;
  let plain: Uint8Array;
  beforeAll(async () => {
    ada = await TestSigner.create();
    plain = await sampleDocument(1, true);
  });
  afterAll(() => ada.stop());

  test.each<[string, () => Uint8Array, SignaturePlace[], number | undefined]>([
    ["in new fields", () => plain, fields.map(seen), undefined],
    ["after a certification of level 2", () => plain, [{ ...seen(0), certify: 2 }, {}, {}, {}, {}], 2],
    ["after a certification of level 3", () => plain, [{ certify: 3 }, ...fields.slice(1).map(seen)], 3],
    [
      "each locking its own field",
      () => plain,
      fields.map((i) => ({ ...seen(i), fieldName: `S${i}`, lock: only(`S${i}`) })),
      undefined,
    ],
    [
      "the last locking the document",
      () => plain,
      [...fields.slice(1).map(seen), { ...seen(0), lock: { action: "All", permissions: 1 } }],
      1,
    ],
    [
      "in the document's fields, certified and locked",
      () => waitingFields,
      fields.map((i) => ({
        fieldName: `F${i}`,
        appearance: corneredAppearance,
        lock: only(`F${i}`),
        ...(i === 0 && { certify: 2 }),
      })),
      2,
    ],
  ])("%s, are all valid and clean, and the document tells what may follow", (_, document, places, level) => {
    let pdf = document();
    for (const place of places) {
      const signed = ada.signPdf(pdf, place);
      expect(Buffer.from(signed).subarray(0, pdf.length).equals(Buffer.from(pdf))).toBe(true);
      pdf = signed;
    }
    const verdicts = ada.verdicts(pdf);
    expect(verdicts.filter(({ valid, trusted }) => valid && trusted)).toHaveLength(5);
    expect(verdicts.filter(({ coversAll }) => coversAll)).toHaveLength(1);
    expect(qpdfComplaints(pdf)).toBe("");
    expect(permissionsOf(openPdf(pdf)).level).toBe(level);
  });
});
