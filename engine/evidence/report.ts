import type { EvidenceFaultCode } from "./faultCodes.js";

export type EvidenceVerdict = "passed" | "failed" | "indeterminate";

export interface EvidenceFault {
  readonly code: EvidenceFaultCode;
  /** The file in the container that it is about. */
  readonly file?: string;
  /** One sentence. */
  readonly message: string;
}

/** One thing that was looked at, or was to be. */
export interface EvidenceCheck {
  readonly what: string;
  readonly file?: string;
  readonly result: "passed" | "failed" | "not_checked";
  readonly detail: string;
}

/** Something that could not be checked, and why. */
export interface UncheckedMatter {
  readonly what: string;
  readonly detail: string;
  /** Whether the verdict depends on it: then it is indeterminate. */
  readonly decisive: boolean;
}

/** A certificate that signed itself, in which paths end. */
export interface EvidenceRoot {
  readonly name: string;
  /** Of the certificate, hexadecimal. */
  readonly sha256: string;
  /** Whether it is one of the trust anchors that were given. */
  readonly trusted: boolean;
}

/** What `verifyEvidence` found. */
export interface EvidenceReport {
  /** failed with any fault; indeterminate while a decisive matter is open; passed else. */
  readonly verdict: EvidenceVerdict;
  readonly faults: readonly EvidenceFault[];
  readonly checks: readonly EvidenceCheck[];
  readonly notChecked: readonly UncheckedMatter[];
  readonly roots: readonly EvidenceRoot[];
  /** What the container is about; null where that could not be read. */
  readonly about: {
    readonly order: string;
    readonly title: string;
    readonly mode: "test" | "live";
    readonly madeAt: string;
  } | null;
  /** When all of it is proven to have existed; null without a time-stamp that is good. */
  readonly provenAt: string | null;
}
