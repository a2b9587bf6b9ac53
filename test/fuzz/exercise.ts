import { EngineError } from "../../engine/error.js";
import { completeSignature } from "../../engine/pades/completeSignature.js";
import { prepareSignature } from "../../engine/pades/prepareSignature.js";
import { openPdf, type PdfDocument } from "../../engine/pdf/document.js";
import { decodeStream } from "../../engine/pdf/filters/decodeStream.js";
import { formFields } from "../../engine/pdf/formFields.js";
import { PdfRef, PdfStream } from "../../engine/pdf/objects.js";
import { countPages, findPage } from "../../engine/pdf/pageTree.js";
import { ReadBudget } from "../../engine/pdf/readBudget.js";
import { listSignatures } from "../../engine/pdf/signatures.js";

/** So many objects of a document are looked at one by one. */
const OBJECTS = 200;

const PLACEMENT = { x: 1, y: 1, width: 50, height: 20, origin: "top-left" } as const;

/** What became of a document: signed, or the code of its refusal. */
export type Outcome = string;

/**
 * Does with a document all that a stranger's file goes through: opens it, walks it, signs it twice, reads it again.
 * @throws Error for whatever must never happen; a refusal is an outcome
 */
export function exercise(pdf: Uint8Array, certificates: readonly Uint8Array[]): Outcome {
  const before = Buffer.from(pdf);
  let outcome: Outcome;
  try {
    outcome = walkAndSign(pdf, certificates);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    outcome = error.code;
  }
  if (!before.equals(pdf)) throw new Error("the document that was given was changed");
  return outcome;
}

function walkAndSign(pdf: Uint8Array, certificates: readonly Uint8Array[]): Outcome {
  const document = openPdf(pdf);
  lookAtObjects(document);
  const pages = countPages(document);
  findPage(document, Math.max(1, pages));
  for (const { name } of formFields(document))
    if (typeof name !== "string") throw new Error("a field has no name");
  const signatures = listSignatures(document).length;
  const once = sign(pdf, pages, certificates);
  // From here on the document is ours, and there is no refusal left that would hold.
  try {
    const again = openPdf(once);
    if (countPages(again) !== pages) throw new Error("signing changed the number of pages");
    if (listSignatures(again).length !== signatures + 1) throw new Error("the signature is not found again");
    const twice = sign(once, pages, certificates);
    if (listSignatures(openPdf(twice)).length !== signatures + 2)
      throw new Error("the second is not found again");
    if (!Buffer.from(twice).subarray(0, pdf.length).equals(pdf))
      throw new Error("earlier bytes were changed");
  } catch (error) {
    if (!(error instanceof EngineError) || isOfLimits(error)) throw error;
    throw new Error(`what was signed is refused: ${error.message}`, { cause: error });
  }
  return document.xref.restored === undefined ? "signed" : "signed, restored";
}

/** What was just below a limit is above it with a signature. */
function isOfLimits({ code }: EngineError): boolean {
  return code === "pdf_limit_exceeded";
}

function lookAtObjects(document: PdfDocument): void {
  const budget = new ReadBudget(document.limits, document.bytes.length);
  for (let num = 0; num < Math.min(OBJECTS, document.xref.endNumber); num++) {
    try {
      const ref = new PdfRef(num, 0);
      const object = document.resolve(ref);
      document.written(ref);
      if (object instanceof PdfStream)
        decodeStream(object, document.placeOf(ref), budget, (reference) => document.resolve(reference));
    } catch (error) {
      // One object that cannot be read is no reason not to try the next, as a reader that is tolerant does.
      if (!(error instanceof EngineError)) throw error;
    }
  }
}

function sign(pdf: Uint8Array, pages: number, certificates: readonly Uint8Array[]): Uint8Array {
  const placement = { page: Math.max(1, pages), ...PLACEMENT };
  const { state } = prepareSignature(pdf, {
    certificates,
    signingDate: new Date(0),
    placement,
    reason: "Fuzz",
  });
  return completeSignature(pdf, state, { signatureValue: new Uint8Array(70), signatureVerified: true });
}
