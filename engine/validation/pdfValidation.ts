import type { SignedRevision } from "../pades/signedRevisions.js";
import type { ValidationDataPool } from "../pades/validationDataPool.js";
import type { PdfDocument } from "../pdf/document.js";
import type { ExistingSignature } from "../pdf/signatures.js";
import type { CertificateJudge, CertificateVerdict } from "./certificateJudge.js";
import { fingerprintOf } from "./certificateName.js";
import type { FileHashes } from "./fileHashes.js";
import type { RootReport } from "./pdfReport.js";
import type { RevisionHistory } from "./revisionHistory.js";
import type { FormatVerdict } from "./signatureFormat.js";

/** A signature or document time-stamp, as it stands in its field. */
export interface FieldObject {
  readonly signature: ExistingSignature;
  readonly revision: SignedRevision;
  readonly format: FormatVerdict;
  /** Further fields that have the same value. */
  readonly sharedBy: readonly string[];
}

/** By when something is proven to have existed: by a trusted document time-stamp over it, or by its being at hand. */
export interface ProofEnd {
  readonly time: Date;
  readonly isProven: boolean;
  /** By when the last trusted document time-stamp over it proves the validation data that had come with it by then. */
  readonly dataUntil: Date;
}

/** What all checks of one document share. */
export interface PdfValidation {
  readonly document: PdfDocument;
  readonly history: RevisionHistory;
  readonly hashes: FileHashes;
  readonly pool: ValidationDataPool;
  readonly judge: CertificateJudge;
  /** SHA-256 of trust anchors that nobody is to rely on, hexadecimal. */
  readonly testRoots: ReadonlySet<string>;
  readonly time: Date;
  /** Where the revisions end that something sound covers, ascending, each once. */
  readonly ends: readonly number[];
}

/** What a report says of where a path ended. */
export function reportRoot({ root, trusted }: CertificateVerdict): RootReport | null {
  return root && { name: root.subjectCommonName ?? "", sha256: fingerprintOf(root), trusted };
}
