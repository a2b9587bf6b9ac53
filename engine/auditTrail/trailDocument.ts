import type { At, TrailActor } from "./parts.js";

/** A document of the order. */
export interface TrailDocument {
  document: string;
  name: string | null;
  /** `sign` or `info`. */
  kind: string | null;
  pages: number | null;
  /** Of the source. */
  bytes: number | null;
  /** SHA-256 of the source, hexadecimal. */
  sha256: string | null;
  added_at: string | null;
  added_by: TrailActor | null;
  /** PAdES level of its newest revision. */
  level: string | null;
  revisions: TrailRevision[];
}

/** A signature, or the seal, as a revision of the document. */
interface TrailRevision extends At {
  kind: "signature" | "seal";
  /** Who signed. */
  signer: string | null;
  revision: number | null;
  level: string | null;
  bytes: number | null;
  sha256_before: string | null;
  sha256_after: string | null;
}
