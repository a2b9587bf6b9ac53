import type { Change } from "../pades/changes/change.js";
import type { Modification } from "../pades/changes/judgeChanges.js";
import type { PadesLevel } from "../pades/level.js";
import type { CertificateReport } from "./certificateReport.js";
import type { Conclusion } from "./indication.js";
import type { SignatureFinding } from "./signatureFinding.js";

/** Where a path ended. */
export interface RootReport {
  /** Common name of its subject; empty where it has none. */
  readonly name: string;
  /** SHA-256 of the certificate, hexadecimal. */
  readonly sha256: string;
  /** Whether it is one of the trust anchors. */
  readonly trusted: boolean;
}

/** What is told of everything that was made with a key: its path, as far as it leads. */
interface Signed extends Conclusion {
  readonly findings: readonly SignatureFinding[];
  /** The signer's first; empty where there is none. */
  readonly path: readonly CertificateReport[];
  readonly root: RootReport | null;
}

/** A signature time-stamp, in the CMS object of a signature. */
export interface TimestampReport extends Signed {
  /** Null where it cannot be read. */
  readonly genTime: Date | null;
}

/** What stands in a field of its own, and so covers a revision of the document. */
interface InField {
  /** Fully qualified. */
  readonly fieldName: string;
  /** Whether the bytes that it covers are those that were signed, with the key of its certificate. */
  readonly intact: boolean;
  /** Where the revision ends that it covers; null where its /ByteRange does not say. */
  readonly end: number | null;
  /** Whether it covers the whole file as it is. */
  readonly coversWhole: boolean;
  /** What became of the document afterwards; null where nothing can be said of it. */
  readonly modification: Modification | null;
  readonly changes: readonly Change[];
}

/** A document time-stamp (ISO 32000-2 12.8.5). */
export interface DocumentTimestampReport extends TimestampReport, InField {}

/** A signature. */
export interface SignatureReport extends Signed, InField {
  /** /SubFilter, such as `ETSI.CAdES.detached`. */
  readonly subFilter: string;
  /** By structure: see `levelsOf`. */
  readonly level: PadesLevel | null;
  /** As Java calls it: `SHA256withECDSA`; null where it is not known. */
  readonly algorithm: string | null;
  /** /M, or the signing-time attribute; null without either. */
  readonly claimedTime: Date | null;
  /** The earliest time that a trusted time-stamp proves it existed at; null where none does. */
  readonly provenTime: Date | null;
  /** What it lets change afterwards (ISO 32000-2 Table 257); null where it does not say. */
  readonly permits: 1 | 2 | 3 | null;
  /** In the CMS object; document time-stamps are told of apart. */
  readonly timestamps: readonly TimestampReport[];
}

/** What the validation of a PDF comes to. */
export interface PdfReport extends Conclusion {
  /** The time at which what no time-stamp proves is judged. */
  readonly time: Date;
  /** In the order of their fields. */
  readonly signatures: readonly SignatureReport[];
  readonly timestamps: readonly DocumentTimestampReport[];
  /** The document as it was before its first signature; as that signed it, where it came in the first revision. */
  readonly original: Uint8Array;
}
