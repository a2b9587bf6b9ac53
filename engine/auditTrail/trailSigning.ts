import type { At, Detail, Disclosure, TrailActor } from "./parts.js";

/** That a document was handed to a signer: before the decision, or signed, after it. */
export interface DocumentHandled extends At {
  direction: "to_read" | "signed";
  document: string | null;
  sha256: string | null;
  revision: number | null;
}

export interface PagesShown extends At {
  /** Null where the sender states it of several. */
  document: string | null;
  /** As in `1-3, 7`. */
  pages: string | null;
  /** Pages that the document has. */
  of: number | null;
  /** Whether it is the sender's word. */
  stated_by_sender: boolean;
  /** Of pages that had to be read: when each was begun. */
  begun_at: string[];
}

export interface FieldsFilled extends At {
  by: TrailActor;
  /** What was filled in, by the field's id. */
  values: Detail[];
  /** What the fields are called, by their id. */
  labels: Detail[];
  fields: string[];
  /** Hexadecimal SHA-256 over all that is filled in by then. */
  digest: string | null;
  personal: Disclosure;
}

export interface ConsentGiven extends At {
  by: TrailActor;
  /** 0: the order's consent text; from 1 on, its further clauses. */
  position: number | null;
  text: string | null;
  sha256: string | null;
}

/** That "sign" was pressed. */
export interface SignatureRequest extends At {
  by: TrailActor;
  /** How the signer was authenticated. */
  authentication: string | null;
  codes: string[];
  typed_name: string | null;
  /** Hexadecimal SHA-256 of the signature as it was drawn. */
  drawing_sha256: string | null;
  documents: SignatureRequestDocument[];
  personal: Disclosure;
}

export interface SignatureRequestDocument {
  document: string | null;
  sha256: string | null;
  revision: number | null;
}

/** A one-time certificate. */
export interface SignerCertificate extends At {
  /** Hexadecimal. */
  serial: string | null;
  sha256: string | null;
  not_before: string | null;
  not_after: string | null;
}

export interface SignerSignature extends At {
  document: string | null;
  revision: number | null;
  level: string | null;
  sha256: string | null;
  timestamp: SignatureTimestamp | null;
}

/** The signature-time-stamp: an authority's word for when the signature was there. */
export interface SignatureTimestamp {
  /** ISO 8601. */
  time: string | null;
  /** Common name in its certificate. */
  authority: string | null;
  /** Hexadecimal. */
  serial: string | null;
  /** Object identifier. */
  policy: string | null;
}

/** That a signing key was destroyed, after so many signatures that were kept. */
export interface SigningKeyEnd extends At {
  algorithm: string | null;
  signatures: number | null;
}
