import type { ConsistencyFile } from "../../engine/hashchain/consistencyFile.js";
import { consistencyPlan, fillPlan } from "../../engine/hashchain/merkleProof.js";
import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { Failure, notFound } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import { readStored } from "./checkpointRows.js";
import { readLog } from "./logRows.js";
import { readPlan } from "./treeRows.js";

/**
 * Proves that a log at one stored checkpoint is the beginning of the same log at a later one.
 * @param from leaves of the earlier @param to leaves of the later
 * @throws Failure `not_found` where there is no such checkpoint, `field_invalid` where the earlier is the later
 */
export async function consistencyOf(
  transaction: Transaction,
  mode: Mode,
  from: number,
  to: number,
): Promise<ConsistencyFile> {
  if (from > to) {
    throw new Failure("field_invalid", "from must not be larger than to.", { param: "from" });
  }
  const [log, earlier, later] = await Promise.all([
    readLog(transaction, mode),
    readStored(transaction, mode, from),
    readStored(transaction, mode, to),
  ]);
  if (log === null || earlier === null || later === null) throw notFound("checkpoint");
  const plan = consistencyPlan(from, to);
  const path = fillPlan(plan, await readPlan(transaction, mode, plan));
  return {
    format: "paraph-consistency/1",
    log: publicId("log", log.id),
    from: earlier.note,
    to: later.note,
    path: path.map((hash) => hash.toString("base64")),
  };
}
