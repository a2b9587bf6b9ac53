import { randomUUID } from "node:crypto";
import { deliverDueMessages } from "../../../api/messages/messenger.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import type { OutboxMessage } from "../../../api/ports/outbox.js";
import { ada, OrderDesk, uuidOf } from "../../support/orderDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open({ tenantName: "Acme" });
});
afterAll(() => desk.close());

const deliver = () => deliverDueMessages(desk.service.platform);

/** An order of a profile with these settings. */
async function orderOf(title: string, settings: object, more: object = {}): Promise<OrderView> {
  const { sender = {}, texts = {}, branding = {} } = settings as Record<string, object>;
  const id = randomUUID();
  const json = [sender, texts, branding].map((value) => `'${JSON.stringify(value).replaceAll("'", "''")}'`);
  await desk.sql(
    `INSERT INTO profiles (tenant_id, id, mode, code, name, sender, texts, branding, created_at, updated_at)
     VALUES ('${desk.tenantId}', '${id}', 'test', '${id}', 'Profile', ${json.join(", ")}, now(), now())`,
  );
  const order = await desk.order([{ ...ada, language: "fr" }], { title, ...more });
  await desk.sql(`UPDATE orders SET profile_id = '${id}' WHERE id = '${uuidOf(order.id)}'`);
  return order;
}

async function newest(to: string, title: string): Promise<OutboxMessage> {
  const all = await desk.service.outbox.list({ to, limit: 500 });
  const found = all.find(({ subject, text }) => subject?.includes(title) || text.includes(title));
  if (!found) throw new Error(`Nothing arrived for ${to} about ${title}.`);
  return found;
}

test("the profile gives letters their sender, words, colours, logo, time zone and where answers go", async () => {
  await orderOf("Branded", {
    sender: { name: "Étude Martin", reply_to: "etude@acme.example", time_zone: "America/Montreal" },
    texts: { fr: { invitation: { lead: "{sender} attend votre signature.", button: "C’est parti" } } },
    branding: { colors: { accent: "#7a1fa2" }, logo: { url: "https://acme.example/logo.png" } },
  });
  await deliver();
  const mail = await newest(ada.email, "Branded");
  expect(mail).toMatchObject({
    from: '"Étude Martin" <no-reply@example.org>',
    replyTo: "etude@acme.example",
    subject: "À signer : Branded",
  });
  expect(mail.text).toContain("Étude Martin attend votre signature.");
  expect(mail.text).toMatch(/UTC[−-][45]/u);
  for (const part of ["#7a1fa2", "C&#8217;est parti", "https://acme.example/logo.png"]) {
    expect(mail.html).toContain(part.replace("&#8217;", "’"));
  }
});

test("the order's own sender comes before the profile's", async () => {
  await orderOf("Own sender", { sender: { name: "Profile" } }, { sender: { name: "Marie" } });
  await deliver();
  expect((await newest(ada.email, "Own sender")).from).toBe('"Marie" <no-reply@example.org>');
});

test("signed documents go with the letters where the profile says so, to the signer and to the address for notices", async () => {
  const sender = { attach_documents: true, notices_to: "office@acme.example", language: "de" };
  const order = await orderOf("Attached", { sender });
  await desk.browser(order).sign();
  await deliver();
  const mail = await newest(ada.email, "Attached");
  expect(mail.attachments).toEqual([{ name: "agreement.pdf", bytes: expect.any(Number) }]);
  expect(mail.text).toContain("joints à cet e-mail");
  const notice = await newest("office@acme.example", "Attached");
  expect(notice.subject).toBe("Von allen unterzeichnet: Attached");
  expect(notice.attachments).toEqual(mail.attachments);
});

test("documents of more than 10 MB together are linked to instead", async () => {
  const order = await orderOf("Too large", { sender: { attach_documents: true } });
  await desk.browser(order).sign();
  await desk.sql(
    `UPDATE document_revisions SET bytes = 11000000
     WHERE document_id IN (SELECT id FROM documents WHERE order_id = '${uuidOf(order.id)}')`,
  );
  await deliver();
  const mail = await newest(ada.email, "Too large");
  expect(mail.attachments).toBeUndefined();
  expect(mail.text).toContain(order.signers[0]!.signing_url);
});
