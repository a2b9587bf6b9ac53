import { systemRandom } from "../../../api/adapters/random/system.js";
import { httpTimestampAuthority } from "../../../api/adapters/timestampAuthority/http.js";
import type { TimestampAuthority } from "../../../api/ports/timestampAuthority.js";
import { sweep } from "../../../api/work/sweeper.js";
import { freePort } from "../../support/freePort.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";
import { expectAllIsWell, expectNothingLoose, sweepAll } from "./crashInvariants.js";

let desk: OrderDesk;
let down: ReturnType<typeof httpTimestampAuthority>;

beforeAll(async () => {
  desk = await OrderDesk.open();
  down = httpTimestampAuthority({ url: `http://127.0.0.1:${await freePort()}/tsa`, random: systemRandom });
});
afterAll(async () => {
  await down.close();
  await desk.close();
});

const whileDown = <T>(work: () => Promise<T>) =>
  desk.replacing({ timestampAuthority: { test: down, live: down } }, work);

async function pendingOrder(signers: object[] = [ada]) {
  const order = await desk.order(signers);
  const browser = desk.browser(order);
  const signed = await whileDown(() => browser.sign());
  expect(signed).toMatchObject({
    status: 202,
    body: { status: "signing", signed_at: null, all_signed: false },
  });
  return { order, browser };
}

const state = async (browser: { status: () => Promise<{ signer: { state: string } }> }) =>
  (await browser.status()).signer.state;

test("while no time-stamp can be had a signer's signing is kept, and made when one can be had again", async () => {
  const { order, browser } = await pendingOrder();
  expect(await state(browser)).toBe("signing");
  expect(await desk.read(order)).toMatchObject({ state: "in_progress", documents: [{ signatures: 0 }] });
  await whileDown(async () => {
    for (let round = 0; round < 4; round++) {
      desk.service.clock.advance(61);
      await sweep(desk.service.platform);
    }
  });
  expect(await state(browser)).toBe("signing");
  desk.service.clock.advance(3600);
  await sweepAll(desk);
  await expectAllIsWell(desk, order, "after the authority came back");
});

test("each failure is followed by a longer wait, and the row says why it is pending", async () => {
  await pendingOrder();
  const waits: number[] = [];
  const read = () =>
    desk.sql<{ lease_until: Date; last_error: string; attempts: number }>(
      "SELECT lease_until, last_error, attempts FROM signings WHERE state = 'pending'",
    );
  for (let round = 0; round < 5; round++) {
    const [row] = await read();
    const seconds = (row!.lease_until.getTime() - desk.service.clock.now().getTime()) / 1000;
    waits.push(seconds);
    expect(row!.last_error).not.toBe("");
    expect(row!.attempts).toBe(round + 1);
    await whileDown(async () => {
      desk.service.clock.advance(seconds - 1);
      await sweep(desk.service.platform);
      expect((await read())[0]!.attempts).toBe(round + 1);
      desk.service.clock.advance(1);
      await sweep(desk.service.platform);
      expect((await read())[0]!.attempts).toBe(round + 2);
    });
  }
  expect(waits).toEqual([5, 10, 20, 40, 80]);
  desk.service.clock.advance(3600);
  await sweepAll(desk);
});

test("two sweepers at once make a pending signature once", async () => {
  const { order } = await pendingOrder();
  desk.service.clock.advance(61);
  await Promise.all([1, 2, 3].map(() => sweep(desk.service.platform)));
  await sweepAll(desk);
  await expectAllIsWell(desk, order, "after three sweepers");
});

test("a signer who signs again while their signing is pending changes nothing, and is told so", async () => {
  const { order, browser } = await pendingOrder();
  const again = await browser.client.post(`${browser.path}/send-otp`);
  expect(again).toMatchObject({ status: 409, body: { code: "signer_already_signed" } });
  const refused = await browser.client.post(`${browser.path}/refuse`, { reason: "Too late." });
  expect(refused).toMatchObject({ status: 409, body: { code: "signer_already_signed" } });
  desk.service.clock.advance(61);
  await sweepAll(desk);
  await expectAllIsWell(desk, order, "after the sweep");
});

test("an order cancelled while a signing is pending stays cancelled, unsigned, and the signing is abandoned", async () => {
  const { order, browser } = await pendingOrder([ada, charles]);
  await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "Changed our mind." });
  desk.service.clock.advance(61);
  await sweepAll(desk);
  const after = await desk.read(order);
  expect(after).toMatchObject({ state: "cancelled", documents: [{ signatures: 0 }] });
  expect(after.signers.every(({ signed_at }) => signed_at === null)).toBe(true);
  expect(await desk.count(order, "certificate.issued", "document.signed", "signer.signed")).toEqual([
    0, 0, 0,
  ]);
  expect(await desk.sql("SELECT state FROM signings WHERE state = 'pending'")).toEqual([]);
  expect((await browser.status()).signer).toMatchObject({ has_signed: false, state: "opened" });
  await expectNothingLoose(desk, "after the sweep");
});

test("a second signer can sign while the first one's signature is pending, and the order completes with both", async () => {
  const { order } = await pendingOrder([ada, charles]);
  expect((await desk.browser(order, 1).sign()).body).toMatchObject({ status: "signed", all_signed: false });
  desk.service.clock.advance(61);
  await sweepAll(desk);
  await expectAllIsWell(desk, order, "after the sweep");
});

test("where a pending signing and its order's end are due at once, the signature is made: it was given in time", async () => {
  const expires_at = new Date(desk.service.clock.now().getTime() + 60_000).toISOString();
  const order = await desk.order([ada], { expires_at });
  await whileDown(() => desk.browser(order).sign());
  desk.service.clock.advance(120);
  await sweepAll(desk);
  await expectAllIsWell(desk, order, "after the order's time");
});

test("a process that was thought dead and comes back finds the signature made, and leaves nothing of its own", async () => {
  const order = await desk.order([ada]);
  const { test: authority } = desk.service.platform.timestampAuthority;
  const slow: TimestampAuthority = {
    maxTokenBytes: authority.maxTokenBytes,
    async timestamp(digest) {
      desk.service.clock.advance(61);
      await sweep({ ...desk.service.platform, timestampAuthority: { test: authority, live: authority } });
      return authority.timestamp(digest);
    },
  };
  const signed = await desk.replacing({ timestampAuthority: { test: slow, live: slow } }, () =>
    desk.browser(order).sign(),
  );
  expect(signed).toMatchObject({ status: 200, body: { status: "signed", all_signed: true } });
  await expectAllIsWell(desk, order, "after both");
});

test("whoever signed in time has signed, although the order's time ended before the signature could be made", async () => {
  const { order, browser } = await pendingOrder();
  const later = await pendingOrder([ada, charles]);
  const days = 31 * 86_400;
  await whileDown(async () => {
    desk.service.clock.advance(days);
    for (let round = 0; round < 3; round++) {
      await sweep(desk.service.platform);
      desk.service.clock.advance(10);
    }
  });
  expect(await desk.read(order)).toMatchObject({ state: "in_progress" });
  desk.service.clock.advance(3600);
  await sweepAll(desk);
  expect(await state(browser)).toBe("signed");
  expect(await desk.read(order)).toMatchObject({ state: "completed", documents: [{ signatures: 1 }] });
  expect(await state(later.browser)).toBe("signed");
  expect(await desk.read(later.order)).toMatchObject({ state: "expired", documents: [{ signatures: 1 }] });
});
