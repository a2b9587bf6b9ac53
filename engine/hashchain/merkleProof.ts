import { completeSubtrees, type NodePlace, rootOf } from "./merkleTree.js";

/**
 * A proof before its hashes are there: for each of its nodes, in their order, the complete subtrees that the node
 * consists of, left to right. At most two places a level of the tree, however many leaves it has.
 */
export type ProofPlan = readonly (readonly NodePlace[])[];

/**
 * What a proof consists of that a leaf is in a tree (RFC 6962 2.1.1, PATH).
 * @param index of the leaf, from 0 @param size leaves of the tree @throws RangeError when there is no such leaf
 */
export function inclusionPlan(index: number, size: number): ProofPlan {
  if (!(index >= 0 && index < size)) throw new RangeError(`A tree of ${size} leaves has none at ${index}.`);
  const plan: NodePlace[][] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + halfOf(end - start);
    if (index < middle) {
      plan.push(completeSubtrees(middle, end));
      end = middle;
    } else {
      plan.push(completeSubtrees(start, middle));
      start = middle;
    }
  }
  return plan.reverse();
}

/**
 * What a proof consists of that a tree is the beginning of a larger one (RFC 6962 2.1.2, PROOF).
 * @param first leaves of the smaller tree, at least 1 @param second leaves of the larger @throws RangeError
 */
export function consistencyPlan(first: number, second: number): ProofPlan {
  if (!(first >= 1 && first <= second)) {
    throw new RangeError(`A tree of ${first} leaves is not the beginning of one of ${second}.`);
  }
  const plan: NodePlace[][] = [];
  let [start, end] = [0, second];
  // What is left of [start, end) belongs to both trees when `first` is its end.
  while (first < end) {
    const middle = start + halfOf(end - start);
    if (first <= middle) {
      plan.push(completeSubtrees(middle, end));
      end = middle;
    } else {
      plan.push(completeSubtrees(start, middle));
      start = middle;
    }
  }
  // The whole smaller tree is known to whoever asks.
  if (start > 0) plan.push(completeSubtrees(start, end));
  return plan.reverse();
}

/** Makes the proof of its plan. @param hashAt gives the hash of a complete subtree @returns hashes of 32 bytes */
export function fillPlan(plan: ProofPlan, hashAt: (place: NodePlace) => Uint8Array): Buffer[] {
  return plan.map((places) => rootOf(places.map(hashAt)));
}

/** The largest power of two that is smaller than a number greater than 1. */
function halfOf(leaves: number): number {
  let half = 1;
  while (2 * half < leaves) half *= 2;
  return half;
}
