import { EngineError } from "../../../../engine/error.js";
import { completeSignature } from "../../../../engine/pades/completeSignature.js";
import { prepareSignature } from "../../../../engine/pades/prepareSignature.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { countPages } from "../../../../engine/pdf/pageTree.js";
import { listSignatures } from "../../../../engine/pdf/signatures.js";
import { quickestRun } from "../../../support/processorTime.js";
import { seededRandom } from "../../../support/seededRandom.js";
import { handWrittenPdf, hybridPdf, ONE_PAGE, revisedPdf, streamWrittenPdf } from "../pdf/handWritten.js";
import { newHierarchy, newSigner } from "../x509/hierarchy.js";
import { sampleDocument } from "./sampleDocument.js";

type Random = (below: number) => number;

/** What confuses a reader when it stands in the wrong place. */
const FRAGMENTS = [
  "<<",
  ">>",
  "[",
  "]",
  "(",
  ")",
  "<",
  "%",
  "/Kids [1 0 R 2 0 R 3 0 R]",
  "/Prev 0",
  "/Prev 99999",
  "/XRefStm 9",
  "1 0 R",
  "3 0 R",
  " 0 obj ",
  "endobj",
  "stream\n",
  "endstream",
  "xref\n0 9\n",
  "trailer",
  "startxref",
  "99999999999",
  "-1",
  "/Length 1 0 R",
  "/Type /ObjStm",
  "/W [1 2 1]",
  "/Index [0 1000000]",
  "/AcroForm 1 0 R",
  "/Annots 3 0 R",
  "/Encrypt",
  "/Size 8388608",
  "/Rotate 90.5",
  "/MediaBox [1 0 R 0 9]",
  "/Count -1",
  "\0",
  "\r",
];

/** A document hurt in one to three places: cut, changed, digits changed, parts removed, repeated or put in. */
function hurt(pdf: Uint8Array, random: Random): Uint8Array {
  let bytes = Buffer.from(pdf);
  for (let times = 1 + random(3); times > 0; times--) {
    const at = random(bytes.length + 1);
    const to = Math.min(bytes.length, at + random(200));
    const fragment = Buffer.from(` ${FRAGMENTS[random(FRAGMENTS.length)]!} `, "latin1");
    const kind = random(7);
    if (kind === 0 && random(3) === 0) bytes = bytes.subarray(0, at);
    else if (kind <= 1 && at < bytes.length) bytes[at] = random(256);
    else if (kind === 2) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]);
    else if (kind === 3) bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]);
    else if (kind === 4) bytes = Buffer.concat([bytes.subarray(0, at), fragment, bytes.subarray(at)]);
    else if (kind === 5) fragment.copy(bytes, at);
    else
      for (let i = at; i < to; i++) if (bytes[i]! >= 0x30 && bytes[i]! <= 0x39) bytes[i] = 0x30 + random(10);
  }
  return bytes;
}

describe("a damaged document", () => {
  const seeds = [1, 2, 3, 4];
  const CASES = 1500;
  const FORM = {
    ...ONE_PAGE,
    1: "<< /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>",
    5: "<< /T (a) /FT /Sig >>",
  };
  let documents: Uint8Array[];
  let certificates: Uint8Array[];
  beforeAll(async () => {
    const { root, signers } = await newHierarchy();
    certificates = [
      (await newSigner(signers)).certificate.der,
      signers.certificate.der,
      root.certificate.der,
    ];
    const plain = handWrittenPdf(FORM, { trailer: "/ID [<00> <00>]" });
    documents = [
      plain,
      revisedPdf(plain, { 3: ONE_PAGE[3]! }),
      hybridPdf(),
      streamWrittenPdf(FORM, { compressed: [1, 2, 3, 5], pngRow: 2 }),
      streamWrittenPdf(FORM),
      sign(streamWrittenPdf(FORM, { compressed: [1, 2, 3, 5] }), 1),
      await sampleDocument(1, false),
      await sampleDocument(1, true),
    ];
  });

  function sign(pdf: Uint8Array, page: number): Uint8Array {
    const placement = { page, x: 1, y: 1, width: 50, height: 20, origin: "top-left" } as const;
    const { state } = prepareSignature(pdf, { certificates, signingDate: new Date(0), placement });
    return completeSignature(pdf, state, { signatureValue: new Uint8Array(70), signatureVerified: true });
  }

  test.each(seeds)(
    `is signed or refused with a reason, within a second: ${CASES} cases from seed %i`,
    (seed) => {
      const random = seededRandom(seed);
      const outcomes = new Map<string, number>();
      for (let i = 0; i < CASES; i++) {
        const pdf = hurt(documents[random(documents.length)]!, random);
        let outcome = "signed";
        const took = quickestRun(1000, () => {
          try {
            const signed = openPdf(sign(pdf, 1));
            expect(listSignatures(signed).length).toBeGreaterThan(0);
            countPages(signed);
          } catch (error) {
            if (!(error instanceof EngineError)) throw error;
            outcome = error.code;
          }
        });
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        expect(took).toBeLessThan(1000);
      }
      // Cases of which none, or all, are refused would prove nothing.
      expect(outcomes.get("signed")).toBeGreaterThan(CASES / 50);
      expect(outcomes.get("pdf_damaged")).toBeGreaterThan(CASES / 10);
    },
  );
});
