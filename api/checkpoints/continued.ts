import { consistencyPlan, fillPlan } from "../../engine/hashchain/merkleProof.js";
import { completeSubtrees, rootOf } from "../../engine/hashchain/merkleTree.js";
import { verifyConsistencyProof } from "../../engine/hashchain/verifyMerkleProof.js";
import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import { listStored } from "./checkpointRows.js";
import { readNodes, readPlan } from "./treeRows.js";

/** A log's head: its leaves, and the hash over them. */
interface Head {
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * Makes sure that nothing is signed that contradicts what was published: the tree, as the database has it, leads to
 * this head, and goes on from the checkpoint before it. Whoever has both checkpoints would see it otherwise; so does
 * the operator, in time.
 * @throws Failure `internal_error` when somebody has changed the log in the database
 */
export async function requireContinued(transaction: Transaction, mode: Mode, head: Head): Promise<void> {
  const { size, root } = head;
  const [before] = await listStored(transaction, mode, size, 1);
  const isRight = before
    ? await continues(transaction, mode, before, head)
    : Buffer.compare(await rootIn(transaction, mode, size), root) === 0;
  if (isRight) return;
  const since = before ? `since its checkpoint of ${before.size} leaves` : "before its first checkpoint";
  throw new Failure(
    "internal_error",
    `The log was changed in the database ${since}; nothing is signed over it.`,
  );
}

async function continues(transaction: Transaction, mode: Mode, before: Head, head: Head): Promise<boolean> {
  const plan = consistencyPlan(before.size, head.size);
  const path = fillPlan(plan, await readPlan(transaction, mode, plan));
  return verifyConsistencyProof({
    first: before.size,
    second: head.size,
    firstRoot: before.root,
    secondRoot: head.root,
    path,
  });
}

async function rootIn(transaction: Transaction, mode: Mode, size: number): Promise<Uint8Array> {
  const places = completeSubtrees(0, size);
  return rootOf(places.map(await readNodes(transaction, mode, places)));
}
