import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deliverDueMessages } from "../../../api/messages/messenger.js";
import { triesBeforeFailure } from "../../../api/orders/lastingCause.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { sweep } from "../../../api/work/sweeper.js";
import { ada, charles, OrderDesk, uuidOf } from "../../support/orderDesk.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const day = 86_400;
const inDays = (days: number) =>
  new Date(desk.service.clock.now().getTime() + days * day * 1000).toISOString();
const extend = (order: OrderView, days: number) => ({
  path: `/v1/orders/${order.id}/extend`,
  body: { expires_at: inDays(days) },
});

describe("extending an order", () => {
  test("gives it more time: it does not end when it would have, and ends when it says now", async () => {
    const order = await desk.order([ada], { expires_at: inDays(2) });
    const { path, body } = extend(order, 10);
    const extended = await desk.client.post<OrderView>(path, body);
    expect(extended.body).toMatchObject({ expires_at: body.expires_at, state: "ready" });
    desk.service.clock.advance(3 * day);
    await sweep(desk.service.platform);
    expect((await desk.browser(order, 0).sign()).status).toBe(200);
    const other = await desk.order([ada], { expires_at: inDays(1) });
    await desk.client.post(extend(other, 2).path, extend(other, 2).body);
    desk.service.clock.advance(2 * day);
    await sweep(desk.service.platform);
    expect((await desk.read(other)).state).toBe("expired");
    expect(await desk.count(order, "order.extended")).toEqual([1]);
  });

  test.each([
    ["earlier than it ends now", 1],
    ["more than a year from now", 366],
  ])("is refused where the end is %s", async (_what, days) => {
    const order = await desk.order([ada], { expires_at: inDays(5) });
    const { path, body } = extend(order, days);
    const refused = await desk.client.refused("POST", path, body);
    expect([refused.status, refused.body.code, refused.body.param]).toEqual([
      422,
      "field_invalid",
      "expires_at",
    ]);
  });

  test("is refused once its time is over, even if no sweep has come by", async () => {
    const order = await desk.order([ada], { expires_at: inDays(1) });
    desk.service.clock.advance(day);
    const { path, body } = extend(order, 5);
    expect((await desk.client.refused("POST", path, body)).body).toMatchObject({
      code: "order_state_conflict",
      state: "expired",
    });
  });
});

describe("changing an order", () => {
  test("while it runs changes labels, metadata, own id and reminders, and what it is found by", async () => {
    const order = await desk.order([ada], { labels: ["old"], external_id: "x-1" });
    const edit = {
      labels: ["new"],
      metadata: { a: "b" },
      external_id: "x-2",
      reminders: { days: 3, count: 2 },
    };
    const { body } = await desk.client.request<OrderView>("PATCH", `/v1/orders/${order.id}`, edit);
    expect(body).toMatchObject(edit);
    const found = async (label: string) =>
      (await desk.client.get<{ data: OrderView[] }>(`/v1/orders?label=${label}`)).body.data.map(
        ({ id }) => id,
      );
    expect([await found("old"), await found("new")]).toEqual([[], [order.id]]);
    const cleared = { external_id: null, reminders: null, labels: [] };
    expect((await desk.client.request("PATCH", `/v1/orders/${order.id}`, cleared)).body).toMatchObject(
      cleared,
    );
  });

  test("of its title and message is for drafts", async () => {
    const draft = await desk.order([ada], { draft: true });
    const edit = { title: "Lease of a flat", message: "Please sign" };
    expect((await desk.client.request("PATCH", `/v1/orders/${draft.id}`, edit)).body).toMatchObject(edit);
    const order = await desk.order([ada]);
    for (const field of ["title", "message"] as const) {
      const { body } = await desk.client.refused("PATCH", `/v1/orders/${order.id}`, { [field]: "x" });
      expect([body.code, body.param]).toEqual(["order_state_conflict", field]);
    }
  });

  test("that has ended is refused", async () => {
    const order = await desk.order([ada]);
    await desk.browser(order, 0).sign();
    expect((await desk.client.refused("PATCH", `/v1/orders/${order.id}`, { labels: ["x"] })).body.code).toBe(
      "order_state_conflict",
    );
  });
});

describe("an order that can never be finished", () => {
  const stored = async (order: OrderView, revision: number) => {
    const [row] = await desk.sql<{ key: string }>(
      `SELECT object_key AS key FROM document_revisions
       WHERE document_id = '${uuidOf(order.documents[0]!.id)}' AND revision = ${revision}`,
    );
    return join(desk.service.objects, "objects", row!.key);
  };

  /** The tries after the first one; until the last of them the order goes on. */
  const sweepHourly = async (order: OrderView) => {
    for (let tries = 1; tries < triesBeforeFailure; tries++) {
      expect((await desk.read(order)).state).toBe("in_progress");
      desk.service.clock.advance(3600);
      await sweep(desk.service.platform);
    }
  };

  test.each([
    [
      "a document that was lost",
      (path: string) => rm(path),
      "A stored document is gone.",
      "A stored document is gone",
    ],
    [
      "a document that was changed at rest",
      (path: string) => writeFile(path, "something else"),
      "A stored document is not what was given to us any more.",
      "A stored document is no longer the one that was given to us",
    ],
  ])(
    "fails because of %s, tells the sender why and the invited that it is over, and leaves no signing pending",
    async (_what, damage, cause, reason) => {
      const sender = { name: "Marie Curie", email: "marie@acme.example" };
      const late = { ...charles, email: "late@example.org", group: 2 };
      const order = await desk.order([ada, charles, late], { title: "Lost", sender });
      const browser = desk.browser(order, 0);
      await browser.read();
      const { consent } = await browser.status();
      const headers = { Authorization: `Bearer ${await browser.session()}` };
      await damage(await stored(order, 0));
      const signed = await browser.client.post(
        `${browser.path}/sign`,
        { consentText: consent.text },
        headers,
      );
      expect([signed.status, (await desk.read(order)).state]).toEqual([202, "in_progress"]);
      await sweepHourly(order);
      const failed = await desk.read(order);
      expect(failed).toMatchObject({ state: "failed", end_reason: cause, ended_at: expect.any(String) });
      expect(failed.signers.map(({ state }) => state)).toEqual(["opened", "waiting", "waiting"]);
      await deliverDueMessages(desk.service.platform);
      const told = async (to: string) =>
        (await desk.service.outbox.list({ to, limit: 500 })).filter(({ text }) =>
          text.includes("“Lost”"),
        )[0]!;
      expect((await told(sender.email)).text).toMatch(new RegExp(`cannot be completed[\\s\\S]*> ${reason}`));
      for (const { email } of [ada, charles]) {
        expect(await told(email)).toMatchObject({ subject: "Cannot be completed: Lost" });
        expect((await told(email)).text).not.toContain("stored document");
      }
      expect(await desk.service.outbox.list({ to: late.email, limit: 500 })).toEqual([]);
      const [event] = (await desk.events(order)).filter(({ type }) => type === "order.failed");
      expect(event).toMatchObject({ type: "order.failed", data: { cause } });
      const signings = await desk.sql("SELECT state FROM signings WHERE state = 'pending'");
      expect(signings).toEqual([]);
      expect((await browser.status()).request.status).toBe("failed");
    },
  );

  test("fails as well when a signed document is lost before it is sealed", async () => {
    const order = await desk.order([ada, { ...charles, role: "approver", group: 2 }]);
    await desk.browser(order, 0).sign();
    await rm(await stored(order, 1));
    expect((await desk.browser(order, 1).approve()).body.all_signed).toBe(true);
    await sweepHourly(order);
    expect(await desk.read(order)).toMatchObject({
      state: "failed",
      end_reason: "A stored document is gone.",
    });
    expect(await desk.sql("SELECT state FROM seals WHERE state = 'pending'")).toEqual([]);
  });
});
