import { writeCheckpointNote } from "../../engine/hashchain/checkpointNote.js";
import { leafBytes } from "../../engine/hashchain/logLeaf.js";
import {
  appendLeaves,
  completeSubtrees,
  type GrownTree,
  leafHash,
  rootOf,
} from "../../engine/hashchain/merkleTree.js";
import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { insertCheckpoint, newestSize } from "./checkpointRows.js";
import { hourOf } from "./hour.js";
import { closeHour, lockLog, type TrailLog } from "./logRows.js";
import { type PerformNeeds, performCheckpoint } from "./performCheckpoint.js";
import { insertLeaves, lockChanged, readNodes } from "./treeRows.js";

/** Leaves that one transaction appends. */
const perTransaction = 500;

const firstUuid = "00000000-0000-0000-0000-000000000000";

/** What a transaction did. */
type Step =
  /** There are more orders to append behind this one. */
  | { readonly next: string }
  /** A checkpoint of this size was written down. */
  | { readonly made: number }
  /** The hour's is there already, or another process is at it, or there is nothing new. */
  | "nothing";

/**
 * Makes a log's checkpoint of the hour: appends a leaf for each order whose chain has grown, some hundred orders a
 * transaction, writes the checkpoint down with the last of them, signs it and stores it. At most one an hour, whoever
 * calls this and however often. A process that dies leaves leaves that the next one's checkpoint stands over, or a
 * checkpoint that the sweeper stores.
 * @returns whether a checkpoint was made here
 */
export async function makeCheckpoint(
  platform: PerformNeeds & Pick<Platform, "random">,
  tenantId: string,
  mode: Mode,
): Promise<boolean> {
  for (let after = firstUuid; ; ) {
    const step = await platform.database.withTenant(tenantId, (transaction) =>
      growLog(platform, transaction, mode, after),
    );
    if (step === "nothing") return false;
    if ("made" in step) {
      await performCheckpoint(platform, tenantId, mode, step.made);
      return true;
    }
    after = step.next;
  }
}

async function growLog(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Transaction,
  mode: Mode,
  after: string,
): Promise<Step> {
  const now = platform.clock.now();
  const log = await lockLog(platform, transaction, mode);
  if (log === null || log.hour >= hourOf(now)) return "nothing";
  const frontier = completeSubtrees(0, log.size);
  const [changed, hashAt, newest] = await Promise.all([
    // One more than is appended: as long as leaves wait for their checkpoint, a changed order says that it is due.
    lockChanged(transaction, mode, after, perTransaction + 1),
    readNodes(transaction, mode, frontier),
    newestSize(transaction, mode),
  ]);
  const orders = changed.slice(0, perTransaction);
  const tree = appendLeaves(
    log.size,
    frontier.map(hashAt),
    orders.map(({ id, length, head }) => leafHash(leafOf(log, id, length, head))),
  );
  if (orders.length > 0) await insertLeaves(transaction, mode, log.size, orders, tree.nodes);
  if (changed.length > perTransaction) return { next: orders.at(-1)!.id };
  if (tree.size === newest) return "nothing";
  await Promise.all([
    insertCheckpoint(transaction, mode, headOf(log, tree, now)),
    closeHour(transaction, mode, hourOf(now)),
  ]);
  return { made: tree.size };
}

function leafOf(log: TrailLog, orderId: string, length: number, head: Uint8Array): Uint8Array {
  const order = publicId("ord", orderId);
  return leafBytes({ log: publicId("log", log.id), order, length, head: Buffer.from(head).toString("hex") });
}

function headOf(log: TrailLog, { size, subtrees }: GrownTree, createdAt: Date) {
  const root = rootOf(subtrees);
  const note = writeCheckpointNote({
    log: publicId("log", log.id),
    size,
    root,
    time: createdAt.toISOString(),
  });
  return { size, root, note, createdAt };
}
