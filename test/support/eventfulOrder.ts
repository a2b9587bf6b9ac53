import { deliverDueMessages } from "../../api/messages/messenger.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import { ada, type OrderDesk } from "./orderDesk.js";

const boole = { given_name: "George", surname: "Boole", email: "george@example.org", country: "IE" };
const will = { given_name: "Will", surname: "Crowther", email: "will@example.org", country: "US" };
export const grace = { given_name: "Grace", surname: "Hopper", email: "grace@example.org", language: "nl" };

/**
 * A completed order in which about everything has happened: an extension, a correction by the sender and one by the
 * signer, a delegation, a reminder, wrong codes and a lock, a lock lifted, a statement, pages, fields, clauses, an
 * approval, two signatures, documents fetched.
 */
export async function eventfulOrder(desk: OrderDesk, more: object = {}): Promise<OrderView> {
  const { client, service } = desk;
  const city = {
    page: 1,
    x: 70,
    y: 200,
    width: 180,
    height: 20,
    kind: "text",
    name: "city",
    label: "Town of birth",
  };
  const signature = { page: 1, x: 70, y: 600, width: 180, height: 56 };
  const order = await desk.order(
    [
      {
        ...ada,
        phone: "+447700900123",
        external_id: "crm-4711",
        language: "fr",
        placements: [signature, city],
      },
      { ...will, group: 2 },
      { ...boole, role: "approver", group: 3 },
    ],
    {
      allow_delegation: true,
      must_read: true,
      editable_identity: ["given_name"],
      consent_clauses: ["I am of age."],
      reminders: { days: 3, count: 2 },
      sender: { name: "Dorset Estates", email: "estates@example.org" },
      ...more,
    },
  );
  const at = `/v1/orders/${order.id}`;
  const done = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  };
  const send = () => deliverDueMessages(service.platform);
  await send();
  const first = `${at}/signers/${order.signers[0]!.id}`;
  const later = new Date(Date.parse(order.expires_at) + 86_400_000).toISOString();
  await done(client.post(`${at}/extend`, { expires_at: later }));
  await done(client.request("PATCH", at, { labels: ["lease"] }));
  await done(client.request("PATCH", first, { phone: "+447700900999" }));
  await done(client.post(`${first}/remind`));
  await done(
    client.post(`${first}/authentications`, { method: "login", statement: "Passkey", reference: "s-1" }),
  );
  await send();

  const browser = desk.browser(order, 0);
  await browser.read();
  await done(browser.client.request("PATCH", `${browser.path}/identity`, { given_name: "Augusta" }));
  const { body: places } = await browser.client.get<{ id: string; kind: string }[]>(
    `${browser.path}/positions`,
  );
  const town = places.find(({ kind }) => kind === "text")!.id;
  await done(browser.client.request("PUT", `${browser.path}/fields`, { values: { [town]: "London" } }));
  await browser.readPages();
  await browser.agree();
  const right = await browser.receiveCode();
  const wrong = right === "000000" ? "000001" : "000000";
  for (let tries = 0; tries < 3; tries += 1) {
    await browser.client.refused("POST", `${browser.path}/verify-otp`, { otp: wrong });
  }
  await done(client.post(`${first}/unlock`));
  service.clock.advance(60);
  await done(browser.signWhatWasRead({ typedName: "A. Lovelace" }));

  const second = desk.browser(order, 1);
  await second.open();
  await done(second.client.post(`${second.path}/delegate`, { ...grace, reason: "On holiday" }));
  const after = await desk.read(order);
  await done(
    desk
      .browser(
        after,
        after.signers.findIndex(({ email }) => email === grace.email),
      )
      .sign(),
  );
  const approver = desk.browser(after, 2);
  await approver.read();
  await approver.readPages();
  await approver.agree();
  await done(approver.approve());
  await send();
  return desk.read(order);
}
