import type { PadesLevel } from "../../engine/pades/level.js";

/** A file of the container as `evidence.json` lists it. */
interface ListedFile {
  readonly name: string;
  readonly media_type: string;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** One revision of a document: the file itself, or its hash alone. */
export interface StatedRevision {
  /** Name in the container; null: the document is not in it, and its hash stands for it. */
  readonly file: string | null;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

export interface StatedDocument {
  /** `doc_…` */
  readonly id: string;
  readonly name: string;
  readonly kind: "sign" | "info";
  readonly source: StatedRevision;
  /** With every signature; null where nothing was added to the source. */
  readonly signed: (StatedRevision & { readonly level: PadesLevel | null }) | null;
  /** When retention removed it, ISO 8601. */
  readonly removed_at: string | null;
  /** Whether the store has it no more, or not as it was: the order failed by it. */
  readonly lost: boolean;
}

/** Where the order's chain stands in its tenant's log. */
interface StatedLogPosition {
  /** `log_…` */
  readonly log: string;
  readonly index: number;
  readonly tree_size: number;
  /** How many events the leaf vouches for, and the hash of the last of them. */
  readonly length: number;
  readonly head: string;
  readonly file: string;
}

/** `evidence.json`: what the container holds, and what it does not. */
export interface EvidenceStatement {
  readonly format: "paraph-evidence/1";
  /** `ord_…` */
  readonly order: string;
  readonly title: string;
  readonly mode: "test" | "live";
  readonly state: string;
  /** ISO 8601. */
  readonly made_at: string;
  readonly documents: readonly StatedDocument[];
  /** A ZIP file that the caller gave to be kept with it, of whose contents nothing is said; null: it gave none. */
  readonly proof_folder: {
    readonly file: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly entries: number;
    readonly stated_by_caller: true;
  } | null;
  readonly chain: { readonly file: string; readonly length: number; readonly head: string };
  readonly log: StatedLogPosition | null;
  /** Why there is no position in the log, in plain words. */
  readonly log_missing: string | null;
  /** Every file but `mimetype`, those of META-INF, and this one. */
  readonly files: readonly ListedFile[];
}

/** JSON to be read by people as well. */
export function jsonFile(value: object): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, "utf8");
}
