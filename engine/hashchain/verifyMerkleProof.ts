import { nodeHash } from "./merkleTree.js";

/** That a leaf is in a tree. */
export interface InclusionProof {
  /** Of the leaf, from 0. */
  readonly index: number;
  /** Leaves of the tree. */
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** That a tree is the beginning of a larger one. */
export interface ConsistencyProof {
  /** Leaves of the smaller tree. */
  readonly first: number;
  /** Leaves of the larger. */
  readonly second: number;
  readonly firstRoot: Uint8Array;
  readonly secondRoot: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/** Whether the leaf is where the proof says that it is (RFC 9162 2.1.3.2). */
export function verifyInclusionProof({ index, size, leafHash, path, root }: InclusionProof): boolean {
  if (!isSize(size) || !Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  let [fn, sn] = [index, size - 1];
  let hash = leafHash;
  for (const node of path) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(node, hash);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [shift(fn), shift(sn)];
    } else {
      hash = nodeHash(hash, node);
    }
    [fn, sn] = [shift(fn), shift(sn)];
  }
  return sn === 0 && isSame(hash, root);
}

/** Whether the larger tree begins with the smaller one (RFC 9162 2.1.4.2). The empty tree proves nothing. */
export function verifyConsistencyProof(proof: ConsistencyProof): boolean {
  const { first, second, firstRoot, secondRoot, path } = proof;
  if (!isSize(first) || !isSize(second) || first > second) return false;
  if (first === second) return path.length === 0 && isSame(firstRoot, secondRoot);
  if (path.length === 0) return false;
  let [fn, sn] = [first - 1, second - 1];
  while (isOdd(fn)) [fn, sn] = [shift(fn), shift(sn)];
  // A smaller tree that is a complete subtree of the larger is not repeated in the proof.
  const [seed, ...rest] = fn === 0 ? [firstRoot, ...path] : path;
  let firstHash = seed!;
  let secondHash = seed!;
  for (const node of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      firstHash = nodeHash(node, firstHash);
      secondHash = nodeHash(node, secondHash);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [shift(fn), shift(sn)];
    } else {
      secondHash = nodeHash(secondHash, node);
    }
    [fn, sn] = [shift(fn), shift(sn)];
  }
  return sn === 0 && isSame(firstHash, firstRoot) && isSame(secondHash, secondRoot);
}

function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

function isOdd(value: number): boolean {
  return value % 2 === 1;
}

/** Sizes are larger than the 32 bits that JavaScript's shifts keep. */
function shift(value: number): number {
  return Math.floor(value / 2);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
