import { isCount, isHash, isId, isPath, isRecord, readBase64 } from "./fileMembers.js";

/** That an order's chain stood in a signed checkpoint of its tenant's log, as a file that can be checked alone. */
export interface InclusionFile {
  readonly format: "paraph-inclusion/1";
  /** The log's public id. */
  readonly log: string;
  /** The order's public id. */
  readonly order: string;
  readonly leaf: {
    /** Place in the log, from 0. */
    readonly index: number;
    /** Events that the chain had. */
    readonly length: number;
    /** Hash of the last of them, hexadecimal. */
    readonly head: string;
  };
  /** Leaves of the tree that the path leads through. */
  readonly tree_size: number;
  /** Hashes from the leaf up to the root (RFC 6962 2.1.1), base64. */
  readonly path: readonly string[];
  readonly checkpoint: SignedNote;
}

/** A checkpoint as files carry it. */
export interface SignedNote {
  /** What is signed: C2SP tlog-checkpoint. */
  readonly note: string;
  /** Detached CAdES over the note's UTF-8 bytes (DER), base64. */
  readonly signature: string;
}

/** A note of ours has about 150 characters. */
const noteLength = 1000;

/**
 * Reads an inclusion proof.
 * @param value parsed JSON: anything at all
 * @returns null when it is anything but of the format "paraph-inclusion/1". A member too many is refused: nothing
 * covers it, so that anybody could have written it there for a reader to believe
 */
export function readInclusionFile(value: unknown): InclusionFile | null {
  if (!isRecord(value, ["format", "log", "order", "leaf", "tree_size", "path", "checkpoint"])) return null;
  const { format, log, order, leaf, tree_size: size, path, checkpoint } = value;
  const isGood =
    format === "paraph-inclusion/1" &&
    isId(log, "log") &&
    isId(order, "ord") &&
    isRecord(leaf, ["index", "length", "head"]) &&
    isCount(leaf["index"], 0) &&
    isCount(leaf["length"], 1) &&
    isHash(leaf["head"]) &&
    isCount(size, 1) &&
    leaf["index"] < size &&
    isPath(path) &&
    isSignedNote(checkpoint);
  return isGood ? (value as unknown as InclusionFile) : null;
}

/** Whether a value has the form of a checkpoint; its note has not been read. */
export function isSignedNote(value: unknown): value is SignedNote {
  return (
    isRecord(value, ["note", "signature"]) &&
    typeof value["note"] === "string" &&
    value["note"].length <= noteLength &&
    readBase64(value["signature"]) !== null
  );
}
