import type { NewObject } from "../documents/claims.js";

/**
 * What a caller has gathered of its own to prove an order by, a ZIP file: kept as it came, put into the order's evidence
 * file, and erased with it.
 */
export interface ProofFolder {
  readonly objectKey: string;
  readonly bytes: number;
  /** SHA-256 of the file, hexadecimal. */
  readonly sha256: string;
  /** Files and folders that it lists. */
  readonly entries: number;
}

/** A folder on its way into the store. */
export interface NewProofFolder {
  readonly folder: ProofFolder;
  readonly content: Uint8Array;
}

/** A folder as the object store takes it. */
export function asProofObject({ folder, content }: NewProofFolder): NewObject {
  return { key: folder.objectKey, bytes: content, contentType: "application/zip" };
}

/** What is told of one in an audit trail. */
export function statedProofFolder({ bytes, sha256, entries }: ProofFolder): {
  bytes: number;
  sha256: string;
  entries: number;
} {
  return { bytes, sha256, entries };
}
