import type { MessageView } from "../../../api/messages/messageView.js";
import { deliverDueMessages } from "../../../api/messages/messenger.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { DeliveryError } from "../../../api/ports/delivery.js";
import type { Mailer } from "../../../api/ports/mailer.js";
import type { OutboxMessage } from "../../../api/ports/outbox.js";
import { sweep } from "../../../api/work/sweeper.js";
import { Worker } from "../../../api/work/worker.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";

const sender = { name: "Marie Curie", email: "marie@acme.example" };

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open({ tenantName: "Acme" });
});
afterAll(() => desk.close());

const deliver = () => deliverDueMessages(desk.service.platform);

async function messagesOf(order: OrderView): Promise<MessageView[]> {
  return (await desk.client.get<{ data: MessageView[] }>(`/v1/orders/${order.id}/messages`)).body.data;
}

/** Kind and state of each of an order's messages; those of one instant have no order among them. */
async function states(order: OrderView): Promise<string[]> {
  return (await messagesOf(order)).map(({ kind, state }) => `${kind} ${state}`).sort();
}

/** What arrived for somebody about one order, newest first. */
async function arrived(to: string, title: string): Promise<OutboxMessage[]> {
  const all = await desk.service.outbox.list({ to, limit: 500 });
  return all.filter(({ subject, text }) => subject?.includes(title) || text.includes(title));
}

test("those whose turn it is are invited, once, and the trail says that they were written to", async () => {
  const order = await desk.order([ada, { ...charles, group: 2 }], { title: "Invited", message: "Hello!" });
  expect(await deliver()).toBe(1);
  expect(await deliver()).toBe(0);
  const [mail, ...more] = await arrived(ada.email, "Invited");
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ subject: "Please sign: Invited", from: '"Acme" <no-reply@example.org>' });
  expect(mail!.text).toContain(order.signers[0]!.signing_url);
  expect(mail!.text).toContain("> Hello!");
  expect(await arrived(charles.email, "Invited")).toEqual([]);
  const sent = (await desk.events(order)).filter(({ type }) => type === "message.sent");
  expect(sent.map(({ data, personal, signer }) => [data["kind"], personal, signer])).toEqual([
    ["invitation", expect.objectContaining({ to: ada.email }), order.signers[0]!.id],
  ]);
});

test("when everybody has signed, signers, copies and the sender get their letters", async () => {
  const copy = { ...charles, role: "copy" };
  const order = await desk.order([ada, copy], { title: "Completed", sender });
  await deliver();
  expect((await desk.browser(order).sign()).status).toBe(200);
  await deliver();
  expect((await desk.read(order)).state).toBe("completed");
  for (const to of [ada.email, charles.email, sender.email]) {
    expect((await arrived(to, "Completed"))[0]!.subject).toBe("Signed by everyone: Completed");
  }
  expect((await arrived(charles.email, "Completed"))[0]!.text).toContain(order.signers[1]!.signing_url);
  expect(await states(order)).toEqual([
    "completed sent",
    "completed sent",
    "completed sent",
    "invitation sent",
  ]);
});

test("an order with notify false writes to nobody", async () => {
  const order = await desk.order([ada], { title: "Silent", notify: false, sender });
  await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "x" });
  expect(await messagesOf(order)).toEqual([]);
});

test("a signer with a phone number alone is invited by one text message", async () => {
  const { email: _email, ...byPhone } = ada;
  const order = await desk.order([{ ...byPhone, phone: "+33600000001", authentication: "sms" }], {
    title: "Phone",
  });
  await deliver();
  const [sms] = await arrived("+33600000001", "Phone");
  expect(sms).toMatchObject({ channel: "sms" });
  expect(sms!.text).toBe(`Acme asks you to sign "Phone": ${order.signers[0]!.signing_url}`);
});

test("an invitation to an order that was cancelled meanwhile is dropped, and nobody is told of its end twice", async () => {
  const order = await desk.order([ada], { title: "Dropped" });
  await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "A mistake." });
  await deliver();
  expect(await states(order)).toEqual(["cancelled sent", "invitation dropped"]);
  const [mail, ...more] = await arrived(ada.email, "Dropped");
  expect(more).toEqual([]);
  expect(mail!.text).toContain("> A mistake.");
});

test("the sender reads who refused and why; the others read that it is over and no more", async () => {
  const order = await desk.order([ada, charles], { title: "Refused", sender });
  await deliver();
  const browser = desk.browser(order);
  await browser.open();
  const token = await browser.session();
  const refused = await browser.client.post(
    `${browser.path}/refuse`,
    { reason: "Too expensive." },
    { Authorization: `Bearer ${token}` },
  );
  expect(refused.status).toBe(200);
  await deliver();
  expect((await arrived(sender.email, "Refused"))[0]!.text).toMatch(
    /Ada Lovelace refused[\s\S]*> Too expensive\./,
  );
  expect((await arrived(charles.email, "Refused"))[0]!.text).not.toMatch(/expensive|Lovelace/);
});

test("the sender of an order that expired reads who is missing", async () => {
  const order = await desk.order([ada, charles], { title: "Expired", sender });
  await desk.client.post(`/v1/orders/${order.id}/test-clock`, { seconds: 31 * 86_400 });
  await sweep(desk.service.platform);
  await deliver();
  expect((await desk.read(order)).state).toBe("expired");
  expect((await arrived(sender.email, "Expired"))[0]!.text).toMatch(/Ada Lovelace\n- Charles Babbage/);
  expect((await arrived(ada.email, "Expired"))[0]!.subject).toBe("Expired: Expired");
});

test("a provider that is away is tried again, later each time, and the message arrives once", async () => {
  const order = await desk.order([ada], { title: "Retried" });
  let tries = 0;
  const mailer = {
    send: () => {
      tries += 1;
      return Promise.reject(new DeliveryError("unavailable", "away"));
    },
  };
  await desk.replacing({ mailer }, async () => {
    await deliver();
    await deliver();
    expect(tries).toBe(1);
    desk.service.clock.advance(6);
    await deliver();
    desk.service.clock.advance(6);
    await deliver();
    expect(tries).toBe(2);
  });
  desk.service.clock.advance(6);
  await deliver();
  expect(await arrived(ada.email, "Retried")).toHaveLength(1);
  expect(await messagesOf(order)).toMatchObject([{ state: "sent", attempts: 3 }]);
});

test("a message that its provider refuses for good, or that cannot be sent for three days, has failed", async () => {
  const failing = (code: "rejected" | "unavailable") => ({
    mailer: { send: () => Promise.reject(new DeliveryError(code, code)) },
  });
  const rejected = await desk.order([ada], { title: "Rejected" });
  await desk.replacing(failing("rejected"), deliver);
  expect(await messagesOf(rejected)).toMatchObject([{ state: "failed", last_error: "rejected" }]);
  const late = await desk.order([ada], { title: "Late" });
  await desk.replacing(failing("unavailable"), async () => {
    await deliver();
    desk.service.clock.advance(3 * 86_400 + 1);
    await deliver();
  });
  expect(await messagesOf(late)).toMatchObject([{ state: "failed", last_error: "unavailable" }]);
  expect(await desk.count(late, "message.failed", "message.sent")).toEqual([1, 0]);
});

test("a process that stops after handing a message over has it sent again under the same id, and counted once", async () => {
  const order = await desk.order([ada], { title: "Twice" });
  const usual = desk.service.platform.mailer!;
  const ids: string[] = [];
  let goOn = (): void => undefined;
  const mailer: Mailer = {
    send: async (email) => {
      ids.push(email.id);
      const delivery = await usual.send(email);
      if (ids.length === 1) await new Promise<void>((resolve) => (goOn = resolve));
      return delivery;
    },
  };
  await desk.replacing({ mailer }, async () => {
    const stopped = deliver();
    while (ids.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await deliver()).toBe(0);
    desk.service.clock.advance(181);
    expect(await deliver()).toBe(1);
    goOn();
    await stopped;
  });
  expect(ids[0]).toBe(ids[1]);
  expect(await arrived(ada.email, "Twice")).toHaveLength(1);
  expect(await desk.count(order, "message.sent")).toEqual([1]);
});

test("a worker sends what a change of its own process asks for at once, beside a provider that hangs", async () => {
  const usual = desk.service.platform.mailer!;
  const sent = new Map<string, () => void>();
  const mailer: Mailer = {
    send: async (email) => {
      if (email.subject.includes("Hanging"))
        await new Promise<void>((resolve) => sent.set("hanging", resolve));
      return usual.send(email);
    },
  };
  await desk.replacing({ mailer }, async () => {
    const worker = new Worker(desk.service.platform);
    worker.start();
    await desk.order([ada], { title: "Hanging" });
    await until(() => sent.has("hanging"));
    const expiring = await desk.order([ada], { title: "Ending", notify: false });
    await desk.client.post(`/v1/orders/${expiring.id}/test-clock`, { seconds: 31 * 86_400 });
    await until(async () => (await desk.read(expiring)).state === "expired");
    sent.get("hanging")!();
    await until(async () => (await arrived(ada.email, "Hanging")).length === 1);
    await desk.order([ada], { title: "Woken" });
    await until(async () => (await arrived(ada.email, "Woken")).length === 1);
    await worker.stop();
  });
});

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 10));
}
