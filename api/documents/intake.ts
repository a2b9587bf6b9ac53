import { EngineError } from "../../engine/error.js";
import { requireSignable } from "../../engine/pades/signable.js";
import { openPdf, type PdfDocument } from "../../engine/pdf/document.js";
import { countPages, findPage } from "../../engine/pdf/pageTree.js";
import type { FailureCode } from "../failure/codes.js";
import { Failure } from "../failure/failure.js";
import type { Limits } from "../platform.js";

/** What the service knows of a PDF that it has taken in. */
export interface Intake {
  readonly pages: number;
  readonly pdf: PdfDocument;
}

/**
 * Takes a document in or refuses it: within the limits, a PDF, readable, and such that a signature can be appended.
 * What is refused here never becomes an order that fails when the signer signs.
 * @param bytes the file
 * @param param the field of the request that it came in, for the refusal
 * @throws Failure with a `document_…` code
 */
export function takeIn(limits: Limits, bytes: Uint8Array, param: string): Intake {
  if (bytes.length === 0) throw new Failure("document_empty", "The document has no bytes.", { param });
  if (bytes.length > limits.documentBytes) throw documentTooLarge(limits, param);
  try {
    const pdf = openPdf(bytes);
    const pages = countPages(pdf);
    if (pages > limits.documentPages) {
      throw new Failure(
        "document_too_many_pages",
        `The document has ${pages} pages; at most ${limits.documentPages} are taken (MAX_DOCUMENT_PAGES).`,
        { param, extensions: { limit: limits.documentPages, pages } },
      );
    }
    if (pages === 0) throw new Failure("document_damaged", "The document has no pages.", { param });
    requireSignable(pdf);
    // Where a signature goes whose order names no place.
    findPage(pdf, pages);
    return { pages, pdf };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    throw new Failure(documentCode(error), error.message, { param, cause: error });
  }
}

export function documentTooLarge(limits: Limits, param: string): Failure {
  return new Failure(
    "document_too_large",
    `The document is larger than ${limits.documentBytes} bytes, the most that is taken (MAX_DOCUMENT_BYTES).`,
    { param, extensions: { limit: limits.documentBytes } },
  );
}

function documentCode(error: EngineError): FailureCode {
  switch (error.code) {
    case "pdf_empty":
      return "document_empty";
    case "pdf_not_a_pdf":
      return "document_not_a_pdf";
    case "pdf_encrypted":
      return "document_encrypted";
    case "pdf_unsupported":
    case "pdf_limit_exceeded":
      return "document_unsupported";
    case "pdf_permission_denied":
      return "document_no_changes_allowed";
    default:
      return "document_damaged";
  }
}
