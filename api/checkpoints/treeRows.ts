import type { ProofPlan } from "../../engine/hashchain/merkleProof.js";
import type { NodePlace, TreeNode } from "../../engine/hashchain/merkleTree.js";
import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";

/** Gives the hash of a complete subtree that was asked for. */
export type HashAt = (place: NodePlace) => Uint8Array;

/**
 * Reads nodes of a tenant's tree, each by its key: as many as a proof needs, however large the tree.
 * @returns a function that throws Failure `internal_error` for one that somebody has taken out of the database
 */
export async function readNodes(
  transaction: Transaction,
  mode: Mode,
  places: readonly NodePlace[],
): Promise<HashAt> {
  const rows =
    places.length === 0
      ? []
      : await transaction.query<TreeNode>(
          `SELECT n.level, n.position, n.hash
           FROM unnest(:levels::integer[], :positions::bigint[]) AS p (level, position)
           JOIN trail_nodes n ON n.tenant_id = :tenant AND n.mode = :mode AND n.level = p.level
             AND n.position = p.position`,
          {
            mode,
            levels: places.map(({ level }) => level),
            positions: places.map(({ position }) => position),
          },
        );
  const hashes = new Map(rows.map((row) => [keyOf(row), row.hash]));
  return (place) => {
    const hash = hashes.get(keyOf(place));
    if (!hash) throw new Failure("internal_error", "A part of the log is no longer in the database.");
    return hash;
  };
}

/** Reads what a proof consists of. */
export function readPlan(transaction: Transaction, mode: Mode, plan: ProofPlan): Promise<HashAt> {
  return readNodes(transaction, mode, plan.flat());
}

/** An order whose chain has grown, and how it stands. */
export interface ChangedOrder {
  readonly id: string;
  readonly length: number;
  /** 32 bytes. */
  readonly head: Uint8Array;
}

/**
 * Locks orders whose chains have grown since their last leaf, in the order of their ids. Those that somebody is just
 * changing are left out: nobody is waited for, so that nobody can wait for us in return.
 * @param after UUID: only orders behind this one
 */
export function lockChanged(
  transaction: Transaction,
  mode: Mode,
  after: string,
  limit: number,
): Promise<ChangedOrder[]> {
  return transaction.query<ChangedOrder>(
    `SELECT id, chain_length AS length, chain_head AS head FROM orders
     WHERE tenant_id = :tenant AND mode = :mode AND trail_changed AND id > :after::uuid AND chain_length > 0
     ORDER BY id LIMIT :limit FOR NO KEY UPDATE SKIP LOCKED`,
    { mode, after, limit },
  );
}

/**
 * Adds leaves to a locked log, with the nodes that are new, and says of their locked orders that they are logged.
 * @param size leaves that it had
 */
export async function insertLeaves(
  transaction: Transaction,
  mode: Mode,
  size: number,
  orders: readonly ChangedOrder[],
  nodes: readonly TreeNode[],
): Promise<void> {
  const ids = orders.map(({ id }) => id);
  await Promise.all([
    transaction.query(
      `INSERT INTO trail_leaves (tenant_id, mode, position, order_id, chain_length, chain_head)
       SELECT :tenant, :mode, position, id, length, head
       FROM unnest(:positions::bigint[], :ids::uuid[], :lengths::integer[], :heads::bytea[])
         AS l (position, id, length, head)`,
      {
        mode,
        positions: orders.map((_, index) => size + index),
        ids,
        lengths: orders.map(({ length }) => length),
        heads: orders.map(({ head }) => head),
      },
    ),
    transaction.query(
      `INSERT INTO trail_nodes (tenant_id, mode, level, position, hash)
       SELECT :tenant, :mode, level, position, hash
       FROM unnest(:levels::integer[], :positions::bigint[], :hashes::bytea[]) AS n (level, position, hash)`,
      {
        mode,
        levels: nodes.map(({ level }) => level),
        positions: nodes.map(({ position }) => position),
        hashes: nodes.map(({ hash }) => hash),
      },
    ),
    transaction.query(
      "UPDATE orders SET trail_changed = false WHERE tenant_id = :tenant AND id = ANY(:ids::uuid[])",
      { ids },
    ),
    transaction.query("UPDATE trail_logs SET size = :size WHERE tenant_id = :tenant AND mode = :mode", {
      mode,
      size: size + orders.length,
    }),
  ]);
}

function keyOf({ level, position }: NodePlace): string {
  return `${level}/${position}`;
}
