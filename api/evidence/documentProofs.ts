import { createHash } from "node:crypto";
import { parseSignedData } from "../../engine/cms/parseSignedData.js";
import { readSignedRevisions } from "../../engine/pades/signedRevisions.js";
import { openPdf } from "../../engine/pdf/document.js";
import { readableSecurityStore, type ValidationData } from "../../engine/pdf/documentSecurityStore.js";

/** What a document's signatures are judged by, as it stands in the document. */
export interface DocumentProofs extends ValidationData {
  /**
   * TimeStampToken DER (RFC 3161) each, by field: those over the order's signatures, and those over the document. What the
   * document came with is another's matter, and leads to roots that nobody here vouches for.
   */
  readonly timestamps: readonly Uint8Array[];
}

/**
 * Takes certificates, revocation lists, OCSP responses and time-stamps out of a signed PDF: those of its
 * documentSecurityStore and those that its signatures bring. A store or a signature of a stranger's that cannot be read
 * is passed over.
 * @param sourceBytes length of the document as it came: the signatures within it are not the order's
 * @throws EngineError `pdf_…` where the document itself cannot be read
 */
export function documentProofs(pdf: Uint8Array, sourceBytes: number): DocumentProofs {
  const document = openPdf(pdf);
  const store = readableSecurityStore(document);
  const readable = readSignedRevisions(document).filter(({ defect }) => defect === null);
  const carried = readable.flatMap(({ objects }) => objects.map((object) => object.carried));
  const sources = store ? [store, ...store.validationRelatedInformation, ...carried] : carried;
  return {
    certificates: distinct(sources.flatMap(({ certificates }) => certificates)),
    crls: distinct(sources.flatMap(({ crls }) => crls)),
    ocspResponses: distinct(sources.flatMap(({ ocspResponses }) => ocspResponses)),
    timestamps: readable
      .filter(({ end }) => end !== undefined && end > sourceBytes)
      .flatMap(({ isDocumentTimestamp, contents }) =>
        isDocumentTimestamp ? [contents] : parseSignedData(contents).timestampTokens,
      ),
  };
}

/** Each of some values once, in their order. */
export function distinct(values: readonly Uint8Array[]): Uint8Array[] {
  return [...new Map(values.map((value) => [sha256Hex(value), value])).values()];
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
