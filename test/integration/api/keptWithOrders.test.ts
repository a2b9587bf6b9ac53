import { createHash } from "node:crypto";
import { zipSync } from "fflate";
import { deliverDueMessages } from "../../../api/messages/messenger.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { ada, OrderDesk, uuidOf } from "../../support/orderDesk.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

test("a proof folder and the signer's identity document are told in the trail, and shown for what they are", async () => {
  const zip = Buffer.from(zipSync({ "card.txt": Buffer.from("kept") }));
  const identity_document = { type: "passport", number: "X4711" };
  const order = await desk.order([{ ...ada, identity_document }], { proof_folder: zip.toString("base64") });
  const sha256 = createHash("sha256").update(zip).digest("hex");
  expect(order.proof_folder).toEqual({ bytes: zip.length, sha256, entries: 1 });
  expect(JSON.stringify(order)).not.toContain("X4711");
  const [created, , added] = await desk.events(order);
  expect(created!.data).toMatchObject({ proof_folder: order.proof_folder });
  expect(added!.personal).toMatchObject({ identity_document });
  expect(JSON.stringify(added!.data)).not.toContain("X4711");
});

test.each(["%%%", Buffer.from("no zip").toString("base64")])(
  "%j is no proof folder",
  async (proof_folder) => {
    const documents = [{ name: "a.pdf", content: desk.content }];
    const body = { title: "Agreement", documents, signers: [ada], proof_folder };
    const refused = await desk.client.post<{ param: string }>("/v1/orders", body);
    expect([refused.status, refused.body.param]).toEqual([422, "proof_folder"]);
  },
);

test("an order that writes to nobody mails the signed documents where it is asked to, and nothing else", async () => {
  const order = await desk.order([ada], { title: "Mailed", notify: false, mail_documents: true });
  await desk.browser(order).sign();
  await deliverDueMessages(desk.service.platform);
  const all = await desk.service.outbox.list({ limit: 20 });
  const letters = all.filter(({ attachments }) => (attachments?.length ?? 0) > 0);
  expect(letters).toMatchObject([{ to: ada.email, attachments: [{ name: "agreement.pdf" }] }]);
  const rows = await desk.sql(`SELECT kind FROM messages WHERE order_id = '${uuidOf(order.id)}'`);
  expect(rows).toEqual([{ kind: "completed" }]);
});

test("an order changes to another profile, is found by it, and to none that there is not", async () => {
  const profile = await desk.client.post<{ id: string }>("/v1/profiles", { code: "leases", name: "Leases" });
  const order = await desk.order([ada]);
  const change = (code: string | null) =>
    desk.client.request<OrderView & { param: string }>("PATCH", `/v1/orders/${order.id}`, { profile: code });
  const listed = async () =>
    (await desk.client.get<{ data: OrderView[] }>(`/v1/orders?profile=${profile.body.id}`)).body.data.map(
      ({ id }) => id,
    );
  expect(await listed()).toEqual([]);
  expect((await change("leases")).body.profile).toBe(profile.body.id);
  expect(await listed()).toEqual([order.id]);
  expect((await change("leases")).status).toBe(200);
  expect((await change("nobody")).body.param).toBe("profile");
  expect((await change(null)).body.profile).toBeNull();
  expect(await listed()).toEqual([]);
  const changes = (await desk.events(order)).filter(({ type }) => type === "order.changed");
  expect(changes.map(({ data }) => data)).toEqual([
    { fields: ["profile"], profile: profile.body.id },
    { fields: ["profile"], profile: null },
  ]);
});
