import type { InclusionFile } from "../../engine/hashchain/inclusionFile.js";
import { fillPlan, inclusionPlan } from "../../engine/hashchain/merkleProof.js";
import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { publicId } from "../ids/id.js";
import { readPlan } from "./treeRows.js";

interface LoggedRow {
  readonly log: string;
  readonly position: number;
  readonly length: number;
  readonly head: Buffer;
  readonly size: number;
  readonly note: string;
  readonly signature: Buffer;
}

/**
 * Proves that an order's chain stood in a checkpoint: with its newest leaf that a stored checkpoint stands over, in the
 * first such checkpoint, whose time-stamp is the closest to the events. Asked again, the proof is the same until the
 * chain has grown. Costs as many rows as the tree has levels, and not more with any number of orders.
 * @param order read in this transaction, so that it is the tenant's
 * @returns null where no stored checkpoint stands over a leaf of it yet. The chain may have grown since: its first
 * `leaf.length` events are the ones that are proven
 */
export async function inclusionOf(
  transaction: Transaction,
  order: { readonly id: string; readonly mode: Mode },
): Promise<InclusionFile | null> {
  const { id, mode } = order;
  const logged = await transaction.one<LoggedRow>(
    `SELECT g.id AS log, l.position, l.chain_length AS length, l.chain_head AS head, c.size, c.note, c.signature
     FROM trail_leaves l
     CROSS JOIN LATERAL (
       SELECT size, note, signature FROM checkpoints
       WHERE tenant_id = :tenant AND mode = l.mode AND size > l.position AND state = 'stored'
       ORDER BY size LIMIT 1
     ) AS c
     JOIN trail_logs g ON g.tenant_id = :tenant AND g.mode = l.mode
     WHERE l.tenant_id = :tenant AND l.order_id = :id AND l.mode = :mode
     ORDER BY l.position DESC LIMIT 1`,
    { id, mode },
  );
  if (logged === null) return null;
  const { log, position, length, head, size, note, signature } = logged;
  const plan = inclusionPlan(position, size);
  const path = fillPlan(plan, await readPlan(transaction, mode, plan));
  return {
    format: "paraph-inclusion/1",
    log: publicId("log", log),
    order: publicId("ord", id),
    leaf: { index: position, length, head: head.toString("hex") },
    tree_size: size,
    path: path.map((hash) => hash.toString("base64")),
    checkpoint: { note, signature: signature.toString("base64") },
  };
}
