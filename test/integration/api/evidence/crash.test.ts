import { createHash } from "node:crypto";
import { evidenceKey } from "../../../../api/evidence/evidenceKey.js";
import { resumeEvidence } from "../../../../api/evidence/performEvidence.js";
import { resumeRenewal } from "../../../../api/evidence/performRenewal.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import type { Platform } from "../../../../api/platform.js";
import { evidenceStatus, letTheHourPass, sweepDry } from "../../../support/evidenceMaking.js";
import { ada, OrderDesk, uuidOf } from "../../../support/orderDesk.js";
import { atEachPoint, type Fault, mortal } from "../crashPoints.js";

let desk: OrderDesk;
beforeEach(async () => {
  desk = await OrderDesk.open();
});
afterEach(() => desk.close());

type Work = (platform: Platform, tenantId: string, orderId: string) => Promise<boolean>;

const faults: readonly Fault[] = ["hangs", "throws"];

async function endedOrder(): Promise<OrderView> {
  const order = await desk.order([ada]);
  expect((await desk.browser(order).sign()).status).toBe(200);
  return order;
}

/** One object a revision, each as its row has it, and no other. */
async function expectOneFile(order: OrderView, revisions: number, when: string): Promise<void> {
  const status = await evidenceStatus(desk, order);
  expect({ when, state: status.state }).toEqual({ when, state: "stored" });
  const folder = `${desk.tenantId}/evidence/${uuidOf(order.id)}/`;
  const keys = (await desk.objectKeys()).filter((key) => key.startsWith(folder));
  expect({ when, keys: keys.length }).toEqual({ when, keys: revisions });
  for (const { revision, sha256, bytes } of status.revisions) {
    const key = evidenceKey(desk.tenantId, uuidOf(order.id), revision);
    const stored = await desk.service.platform.objectStore.get(key);
    expect({ when, bytes: stored.length }).toEqual({ when, bytes });
    expect(createHash("sha256").update(stored).digest("hex")).toBe(sha256);
  }
  const claims = await desk.sql("SELECT object_key FROM object_claims");
  expect({ when, claims }).toEqual({ when, claims: [] });
  const [counts] = [await desk.count(order, "evidence.stored", "evidence.renewed")];
  expect({ when, counts }).toEqual({ when, counts: [1, revisions - 1] });
}

/** Dies at each point of the work in turn, and lets another process come after it. */
async function dyingAtEachPoint(
  fault: Fault,
  work: Work,
  ready: () => Promise<OrderView>,
  revisions: number,
  adapters: Partial<Platform> = {},
): Promise<number> {
  return atEachPoint(async (at) => {
    const order = await ready();
    return desk.replacing(adapters, async () => {
      const outcome = await mortal(desk.service.platform, at, fault).live((dying) =>
        work(dying, desk.tenantId, uuidOf(order.id)),
      );
      desk.service.clock.advance(301);
      await sweepDry(desk);
      await expectOneFile(order, revisions, `after point ${at}`);
      return outcome;
    });
  });
}

describe.each(faults)("a process that %s at any point", (fault) => {
  test("of making an evidence file leaves it to the next one, which stores one file and no second", async () => {
    const ready = async () => {
      const order = await endedOrder();
      await desk.client.post(`/v1/orders/${order.id}/test-clock`, { seconds: 1 });
      return order;
    };
    const points = await dyingAtEachPoint(fault, resumeEvidence, ready, 1);
    expect(points).toBeGreaterThanOrEqual(15);
  }, 240_000);

  test("of renewing its time-stamps leaves it to the next one, which adds one revision and no second", async () => {
    const ready = async () => {
      const order = await endedOrder();
      await letTheHourPass(desk);
      await desk.sql(
        `UPDATE evidence_files SET renew_at = '2020-01-01' WHERE order_id = '${uuidOf(order.id)}'`,
      );
      return order;
    };
    desk.service.clock.advance(6 * 365 * 86_400);
    const { timestampAuthority, validationData } = await desk.service.authoritiesOfNow();
    const younger = { timestampAuthority, validationData } as Partial<Platform>;
    const points = await dyingAtEachPoint(fault, resumeRenewal, ready, 2, younger);
    expect(points).toBeGreaterThanOrEqual(12);
  }, 240_000);
});
