import { berLength } from "../asn1/berHeader.js";
import { oids } from "../asn1/oids.js";
import { attributeValues } from "../cms/attributes.js";
import { parseSignedData, type SignedData } from "../cms/parseSignedData.js";
import { EngineError } from "../error.js";
import type { PdfDocument } from "../pdf/document.js";
import { isName, type PdfObject, PdfString } from "../pdf/objects.js";
import { type ExistingSignature, listSignatures } from "../pdf/signatures.js";
import { type SignedObject, signatureObjects, timestampObject } from "./signedObject.js";

/** A signature or document time-stamp of a document, read as far as it can be. */
export interface SignedRevision {
  readonly fieldName: string;
  /** /SubFilter, such as `ETSI.CAdES.detached`. */
  readonly subFilter: string;
  readonly isDocumentTimestamp: boolean;
  /** Whether a signature keeps to the baseline: see `SignatureLevel`. */
  readonly isBaseline: boolean;
  /** Where the bytes end that it covers from the start of the file; undefined when its /ByteRange does not say. */
  readonly end: number | undefined;
  /** What its /ByteRange covers, as views of the file; empty where `end` is undefined. */
  readonly covered: readonly Uint8Array[];
  /** The CMS object, without its padding; empty when it has no end. */
  readonly contents: Uint8Array;
  /** The signature, then its signature time-stamps; empty when it cannot be read. */
  readonly objects: readonly SignedObject[];
  /** Why it cannot be read; null when it can. */
  readonly defect: string | null;
}

/**
 * Reads the signatures and document time-stamps of a document, in the order of their fields. What is inside of them is
 * a stranger's: one that cannot be read says so and hinders no other.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function readSignedRevisions(document: PdfDocument): SignedRevision[] {
  return listSignatures(document).map((signature) => {
    const { fieldName, subFilter, dict } = signature;
    const isDocumentTimestamp =
      subFilter === "ETSI.RFC3161" || isName(document.resolve(dict.get("Type")), "DocTimeStamp");
    const about = { fieldName, subFilter, isDocumentTimestamp, ...coverageOf(document, signature) };
    let contents: Uint8Array = NOTHING;
    try {
      contents = cmsIn(document.resolve(dict.get("Contents")));
      if (isDocumentTimestamp) {
        const objects = [timestampObject("documentTimestamp", contents)];
        return { ...about, contents, isBaseline: false, objects, defect: null };
      }
      const signed = parseSignedData(contents);
      const isBaseline = subFilter === "ETSI.CAdES.detached" && dict.has("M") && keepsToBaseline(signed);
      return { ...about, contents, isBaseline, objects: signatureObjects(signed), defect: null };
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      return { ...about, contents, isBaseline: false, objects: [], defect: error.message };
    }
  });
}

/** The document time-stamp that covers most. */
export function lastDocumentTimestamp(revisions: readonly SignedRevision[]): SignedRevision | undefined {
  let last: SignedRevision | undefined;
  for (const revision of revisions) {
    if (!revision.isDocumentTimestamp || revision.end === undefined) continue;
    if (last === undefined || revision.end > last.end!) last = revision;
  }
  return last;
}

const NOTHING = new Uint8Array(0);

/** What /Contents holds, but for the zeros behind it. @throws EngineError `asn1_malformed` */
function cmsIn(contents: PdfObject | undefined): Uint8Array {
  const bytes = contents instanceof PdfString ? contents.bytes : NOTHING;
  return bytes.subarray(0, berLength(bytes));
}

/** The signer's certificate is there and signed, the claimed time is in the dictionary alone (EN 319 142-1 6.3). */
function keepsToBaseline({
  signerCertificate,
  signingCertificateHash,
  signedAttributes,
}: SignedData): boolean {
  return (
    signerCertificate !== null &&
    signingCertificateHash !== null &&
    attributeValues(signedAttributes, oids.signingTime).length === 0
  );
}

/** A /ByteRange of two parts, the first from the start of the file, the second within it. */
function coverageOf(
  { bytes }: PdfDocument,
  { byteRange }: ExistingSignature,
): Pick<SignedRevision, "end" | "covered"> {
  const none = { end: undefined, covered: [] };
  if (byteRange?.length !== 4) return none;
  const [start = -1, length = -1, behind = -1, rest = -1] = byteRange;
  const end = behind + rest;
  if (start !== 0 || length < 0 || behind < length || rest < 0 || end > bytes.length) return none;
  return { end, covered: [bytes.subarray(0, length), bytes.subarray(behind, end)] };
}
