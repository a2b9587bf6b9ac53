import { consistencyPlan, fillPlan, inclusionPlan } from "../../../../engine/hashchain/merkleProof.js";
import {
  appendLeaves,
  completeSubtrees,
  leafHash,
  type NodePlace,
  rootOf,
} from "../../../../engine/hashchain/merkleTree.js";

/** A log in memory, which keeps nothing but nodes, each written once, as the database does. */
export class StoredTree {
  size = 0;
  readonly #nodes = new Map<string, Uint8Array>();

  append(leaves: readonly Uint8Array[]): void {
    const frontier = completeSubtrees(0, this.size).map(this.hashAt);
    const grown = appendLeaves(this.size, frontier, leaves.map(leafHash));
    for (const { hash, ...place } of grown.nodes) {
      if (this.#nodes.has(keyOf(place))) throw new Error("A node was written twice.");
      this.#nodes.set(keyOf(place), hash);
    }
    this.size = grown.size;
  }

  root(size = this.size): Buffer {
    return rootOf(completeSubtrees(0, size).map(this.hashAt));
  }

  path(index: number, size = this.size): Buffer[] {
    return fillPlan(inclusionPlan(index, size), this.hashAt);
  }

  proof(first: number, second = this.size): Buffer[] {
    return fillPlan(consistencyPlan(first, second), this.hashAt);
  }

  readonly hashAt = (place: NodePlace): Uint8Array => {
    const hash = this.#nodes.get(keyOf(place));
    if (!hash) throw new Error(`There is no node at ${keyOf(place)}.`);
    return hash;
  };
}

function keyOf({ level, position }: NodePlace): string {
  return `${level}/${position}`;
}
