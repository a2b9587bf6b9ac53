import { createHash } from "node:crypto";

/** A complete subtree: the one at (level, position) stands over leaves position * 2^level and the 2^level - 1 after it. */
export interface NodePlace {
  /** 0: a leaf. */
  readonly level: number;
  readonly position: number;
}

export interface TreeNode extends NodePlace {
  /** SHA-256, 32 bytes. */
  readonly hash: Uint8Array;
}

const leafPrefix = Uint8Array.of(0x00);
const nodePrefix = Uint8Array.of(0x01);

/** Hash of a leaf's bytes (RFC 6962 2.1). @returns 32 bytes */
export function leafHash(leaf: Uint8Array): Buffer {
  return createHash("sha256").update(leafPrefix).update(leaf).digest();
}

/** Hash of a node over the two below it (RFC 6962 2.1). @returns 32 bytes */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash("sha256").update(nodePrefix).update(left).update(right).digest();
}

/**
 * The complete subtrees that leaves [from, to) of a tree consist of, left to right, as large as can be. Their number
 * grows with the logarithm of that of the leaves.
 * @param from a multiple of the first subtree's leaves, as the ranges of RFC 6962 2.1 are
 */
export function completeSubtrees(from: number, to: number): NodePlace[] {
  const places: NodePlace[] = [];
  for (let at = from; at < to; ) {
    let level = 0;
    let leaves = 1;
    while (at % (2 * leaves) === 0 && at + 2 * leaves <= to) {
      level += 1;
      leaves *= 2;
    }
    places.push({ level, position: at / leaves });
    at += leaves;
  }
  return places;
}

/**
 * The hash of a tree that consists of complete subtrees (RFC 6962 2.1, MTH).
 * @param hashes of its complete subtrees, left to right; none: the empty tree's
 * @returns 32 bytes
 */
export function rootOf(hashes: readonly Uint8Array[]): Buffer {
  if (hashes.length === 0) return createHash("sha256").digest();
  return hashes.reduceRight<Buffer | null>(
    (right, left) => (right === null ? Buffer.from(left) : nodeHash(left, right)),
    null,
  )!;
}

/** A tree to which leaves were appended. */
export interface GrownTree {
  readonly size: number;
  /** Hashes of its complete subtrees, left to right. */
  readonly subtrees: readonly Uint8Array[];
  /** What is new in it, the leaves among them: nothing that was there has changed. */
  readonly nodes: readonly TreeNode[];
}

/**
 * Appends leaves to a tree of which only the complete subtrees are at hand.
 * @param size leaves that it has
 * @param subtrees hashes of `completeSubtrees(0, size)`
 * @param leaves hashes of the new ones
 * @throws RangeError when there are more or fewer hashes than a tree of this size has complete subtrees
 */
export function appendLeaves(
  size: number,
  subtrees: readonly Uint8Array[],
  leaves: readonly Uint8Array[],
): GrownTree {
  const places = completeSubtrees(0, size);
  if (places.length !== subtrees.length) {
    throw new RangeError(`A tree of ${size} leaves has ${places.length} complete subtrees.`);
  }
  const right: TreeNode[] = places.map((place, index) => ({ ...place, hash: subtrees[index]! }));
  const nodes: TreeNode[] = [];
  leaves.forEach((hash, index) => {
    let node: TreeNode = { level: 0, position: size + index, hash };
    nodes.push(node);
    while (right.at(-1)?.level === node.level) {
      const left = right.pop()!;
      node = {
        level: node.level + 1,
        position: left.position / 2,
        hash: nodeHash(left.hash, node.hash),
      };
      nodes.push(node);
    }
    right.push(node);
  });
  return { size: size + leaves.length, subtrees: right.map(({ hash }) => hash), nodes };
}
