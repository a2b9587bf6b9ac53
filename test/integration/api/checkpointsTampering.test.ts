import type { CheckpointView } from "../../../api/checkpoints/checkpointView.js";
import { makeDueCheckpoints } from "../../../api/checkpoints/dueCheckpoints.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import type { Page } from "../../../api/request/page.js";
import type { StuckWorkList } from "../../../api/stuckWork/stuckWorkController.js";
import { sweep } from "../../../api/work/sweeper.js";
import type { AuditExport } from "../../../engine/hashchain/auditExport.js";
import { canonicalJson } from "../../../engine/hashchain/canonicalJson.js";
import { readCheckpointNote } from "../../../engine/hashchain/checkpointNote.js";
import { type ConsistencyFile, verifyConsistency } from "../../../engine/hashchain/consistencyFile.js";
import { eventHash } from "../../../engine/hashchain/event.js";
import type { InclusionFile } from "../../../engine/hashchain/inclusionFile.js";
import { leafHash, nodeHash } from "../../../engine/hashchain/merkleTree.js";
import { verifyAuditExport } from "../../../engine/hashchain/verify.js";
import { verifyInclusion } from "../../../engine/hashchain/verifyInclusion.js";
import { ada, OrderDesk, uuidOf } from "../../support/orderDesk.js";

/*
 * What somebody inside the database could do, and who finds it: a chain that was changed is found by the inclusion
 * proof that its owner kept, and a log that was changed by two checkpoints that anybody kept.
 */

let desk: OrderDesk;
let order: OrderView;
/** What the order's owner keeps, from before anybody touched anything. */
let kept: InclusionFile;

beforeEach(async () => {
  desk = await OrderDesk.open();
  order = await desk.order([ada]);
  await desk.browser(order).sign();
  await nextHour();
  kept = await proofOf(order);
});
afterEach(() => desk.close());

async function nextHour(): Promise<void> {
  desk.service.clock.advance(3600);
  await makeDueCheckpoints(desk.service.platform);
}

const proofOf = async ({ id }: OrderView) =>
  (await desk.client.get<InclusionFile>(`/v1/orders/${id}/inclusion-proof`)).body;
const chainOf = async ({ id }: OrderView) =>
  (await desk.client.get<AuditExport>(`/v1/orders/${id}/audit`)).body;

/** What is found, with the proof that was kept, in the chain as the service gives it out now. */
async function found(): Promise<string[]> {
  const chain = await chainOf(order);
  const ofChain = verifyAuditExport(chain).faults.map(({ code, seq }) => `${code} ${seq}`);
  return [...ofChain, ...verifyInclusion(kept, chain).faults.map(({ code }) => code)];
}

/** Writes a chain into the database as if it had always been so: all hashes and the head made anew. */
async function rewrite(change: (events: AuditExport["events"][number][]) => void): Promise<void> {
  const events = [...(await chainOf(order)).events];
  change(events);
  let previous = "0".repeat(64);
  const rows = events.map(({ body }, index) => {
    const { previous: _, ...rest } = body;
    const renewed = { ...rest, seq: index + 1, previous };
    previous = eventHash(renewed);
    return `(${index + 1}, '${canonicalJson(renewed as never).replaceAll("'", "''")}', '\\x${previous}'::bytea)`;
  });
  await desk.sql(`
    ALTER TABLE events DISABLE TRIGGER USER;
    DELETE FROM events WHERE order_id = '${uuidOf(order.id)}' AND seq > ${events.length};
    UPDATE events e SET body = r.body, hash = r.hash, personal = NULL
      FROM (VALUES ${rows.join()}) AS r (seq, body, hash)
      WHERE e.order_id = '${uuidOf(order.id)}' AND e.seq = r.seq;
    UPDATE orders SET chain_length = ${events.length}, chain_head = '\\x${previous}' WHERE id = '${uuidOf(order.id)}'`);
}

test("nothing is found where nothing was touched", async () => {
  expect(await found()).toEqual([]);
});

describe("in a chain of whose events, inside the database,", () => {
  test("one was changed, and no more: it is named", async () => {
    await desk.sql(`UPDATE events SET body = replace(body, 'consent.given', 'consent.other')
      WHERE order_id = '${uuidOf(order.id)}' AND type = 'consent.given'`);
    const seq = (await desk.events(order)).find(({ type }) => type === "consent.other")!.seq;
    expect(await found()).toEqual([`hash_mismatch ${seq}`]);
  });

  test("one was changed and all hashes made anew: the chain is another than the one that was logged", async () => {
    await rewrite((events) => {
      const at = events.findIndex(({ body }) => body.type === "consent.given");
      events[at] = { ...events[at]!, body: { ...events[at]!.body, data: { text: "I agree to more." } } };
    });
    expect(await found()).toEqual(["chain_changed"]);
  });

  test("one was taken out of the middle: the gap is named, and the cut", async () => {
    await desk.sql(`DELETE FROM events WHERE order_id = '${uuidOf(order.id)}' AND seq = 5`);
    expect(await found()).toEqual([
      "sequence_gap 5",
      "previous_mismatch 5",
      "length_mismatch null",
      "chain_truncated",
    ]);
  });

  test("one was taken out and all hashes made anew: the chain is shorter than it was", async () => {
    await rewrite((events) => events.splice(4, 1));
    expect(await found()).toEqual(["chain_truncated"]);
  });

  test("one was put in the place of another that was taken out: the chain is another", async () => {
    await rewrite((events) => {
      const [taken] = events.splice(4, 1);
      events.push({ ...taken!, body: { ...taken!.body, time: events.at(-1)!.body.time } });
    });
    expect(await found()).toEqual(["chain_changed"]);
  });

  test("two changed places: both are named", async () => {
    await desk.sql(`
      UPDATE events SET seq = seq + 1000 WHERE order_id = '${uuidOf(order.id)}' AND seq IN (4, 5);
      UPDATE events SET seq = 1009 - seq WHERE order_id = '${uuidOf(order.id)}' AND seq > 1000`);
    expect(await found()).toEqual(expect.arrayContaining(["sequence_gap 4", "sequence_gap 5"]));
  });

  test("two changed places and all hashes were made anew: the chain is another", async () => {
    await rewrite((events) => {
      [events[3], events[4]] = [events[4]!, events[3]!];
      const [first, second] = [events[3]!, events[4]!];
      events[3] = { ...first, body: { ...first.body, time: second.body.time } };
    });
    expect(await found()).toContain("chain_changed");
  });

  test("the last were cut off, with length and head made to match: what the chain itself cannot show, the log does", async () => {
    await rewrite((events) => {
      events.length -= 2;
    });
    expect(verifyAuditExport(await chainOf(order)).faults).toEqual([]);
    expect(await found()).toEqual(["chain_truncated"]);
  });
});

test("a leaf that was changed to go with a changed chain leads to no checkpoint", async () => {
  await rewrite((events) => {
    events.length -= 2;
  });
  await desk.sql(`UPDATE trail_leaves l SET chain_length = o.chain_length, chain_head = o.chain_head
    FROM orders o WHERE o.id = l.order_id AND o.id = '${uuidOf(order.id)}'`);
  const verdict = verifyInclusion(await proofOf(order), await chainOf(order));
  expect(verdict.faults.map(({ code }) => code)).toEqual(["root_mismatch"]);
});

describe("a log that was changed in the database", () => {
  let before: CheckpointView;
  beforeEach(async () => {
    await Promise.all(Array.from({ length: 4 }, () => desk.order([ada])));
    await nextHour();
    before = await newest();
  });

  const newest = async () =>
    (await desk.client.get<Page<CheckpointView>>("/v1/checkpoints?limit=1")).body.data[0]!;

  /** What two kept checkpoints and the service's proof say of each other. */
  async function consistency(from: CheckpointView, to: CheckpointView): Promise<string[]> {
    const { body } = await desk.client.get<ConsistencyFile>(
      `/v1/checkpoints/consistency-proof?from=${from.size}&to=${to.size}`,
    );
    return verifyConsistency(body, { from: from.note, to: to.note }).map(({ code }) => code);
  }

  /** Puts another leaf in the place of the first, and every node above it in order, as whoever knows the tree would. */
  async function replaceFirstLeaf(): Promise<void> {
    const nodes = await desk.sql<{ level: number; position: string; hash: Buffer }>(
      "SELECT level, position, hash FROM trail_nodes ORDER BY level",
    );
    const at = (level: number, position: number) =>
      nodes.find((node) => node.level === level && Number(node.position) === position)?.hash;
    let hash = leafHash(Buffer.from("another history"));
    for (let level = 0; at(level, 0); level++) {
      await desk.sql(
        `UPDATE trail_nodes SET hash = '\\x${hash.toString("hex")}' WHERE level = ${level} AND position = 0`,
      );
      const sibling = at(level, 1);
      if (!sibling) break;
      hash = nodeHash(hash, sibling);
    }
  }

  test("is not signed over: the next checkpoint stays pending, and the operator sees why", async () => {
    await replaceFirstLeaf();
    await desk.order([ada]);
    await nextHour();
    for (let round = 0; round < 3; round++) {
      desk.service.clock.advance(7200);
      await sweep(desk.service.platform);
    }
    expect(await newest()).toEqual(before);
    const stuck = (await desk.client.get<StuckWorkList>("/v1/stuck-work")).body.data;
    expect(stuck).toEqual([
      expect.objectContaining({
        kind: "checkpoint_storage",
        subject: `test/${before.size + 1}`,
        order: null,
        cause: expect.stringMatching(/^The log was changed in the database since its checkpoint of 5 leaves/),
      }),
    ]);
    const retried = await desk.client.post(
      `/v1/stuck-work/checkpoint_storage/test%2F${before.size + 1}/retry`,
      {},
    );
    expect(retried.status).toBe(204);
  });

  test("is found between two checkpoints that somebody kept, even where the service was made to sign it", async () => {
    await replaceFirstLeaf();
    // Whoever holds the seal as well as the database makes the checkpoint before look as if it had been so.
    const root = await desk.sql<{ hash: Buffer }>(
      "SELECT hash FROM trail_nodes WHERE level = 2 AND position = 0",
    );
    expect(root).toHaveLength(1);
    await desk.sql(
      `DELETE FROM checkpoints WHERE size = ${before.size}; DELETE FROM checkpoints WHERE size = 1`,
    );
    await desk.order([ada]);
    await nextHour();
    const after = await newest();
    expect(after.size).toBe(before.size + 1);
    const proof: ConsistencyFile = {
      format: "paraph-consistency/1",
      log: after.log,
      from: before.note,
      to: after.note,
      path: await pathOf(before.size, after.size),
    };
    expect(verifyConsistency(proof, { from: before.note, to: after.note }).map(({ code }) => code)).toEqual([
      "history_changed",
    ]);
  });

  test("is found where a checkpoint is no longer the one that was published", async () => {
    await desk.order([ada]);
    await nextHour();
    const after = await newest();
    expect(await consistency(before, after)).toEqual([]);
    const { log, size, time } = readCheckpointNote(before.note)!;
    await desk.sql(`UPDATE checkpoints SET note =
      E'paraph.log/${log}\\n${size}\\n${Buffer.alloc(32).toString("base64")}\\ntime ${time}\\n' WHERE size = ${size}`);
    expect(await consistency(before, after)).toEqual(["note_mismatch"]);
  });

  test("is found where a leaf was taken out", async () => {
    await desk.order([ada]);
    await nextHour();
    const after = await newest();
    await desk.sql("DELETE FROM trail_nodes WHERE level = 0 AND position = 4");
    const refused = await desk.client.refused(
      "GET",
      `/v1/checkpoints/consistency-proof?from=${before.size}&to=${after.size}`,
    );
    expect(refused).toMatchObject({ status: 500, body: { code: "internal_error" } });
  });

  async function pathOf(first: number, second: number): Promise<string[]> {
    const { consistencyPlan, fillPlan } = await import("../../../engine/hashchain/merkleProof.js");
    const nodes = await desk.sql<{ level: number; position: string; hash: Buffer }>(
      "SELECT level, position, hash FROM trail_nodes",
    );
    return fillPlan(
      consistencyPlan(first, second),
      (place) =>
        nodes.find((node) => node.level === place.level && Number(node.position) === place.position)!.hash,
    ).map((hash) => hash.toString("base64"));
  }
});
