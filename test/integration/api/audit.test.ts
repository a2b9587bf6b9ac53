import type { EventPage } from "../../../api/audit/auditController.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import type { AuditExport } from "../../../engine/hashchain/auditExport.js";
import { verifyAuditExport } from "../../../engine/hashchain/verify.js";
import { ada, charles, OrderDesk, uuidOf } from "../../support/orderDesk.js";

let desk: OrderDesk;
let signed: OrderView;

beforeAll(async () => {
  desk = await OrderDesk.open();
  signed = await desk.order([ada]);
  await desk.browser(signed).sign({ typedName: "Ada L." });
});
afterAll(() => desk.close());

async function exported(order: OrderView): Promise<AuditExport> {
  const { status, body } = await desk.client.get<AuditExport>(`/v1/orders/${order.id}/audit`);
  expect(status).toBe(200);
  return body;
}

const codes = (audit: AuditExport) =>
  verifyAuditExport(audit).faults.map(({ code, seq }) => (seq === null ? code : `${code} ${seq}`));

test("an export is whole, states the order, its length and its head, and holds all personal data", async () => {
  const audit = await exported(signed);
  const verdict = verifyAuditExport(audit);
  expect(verdict).toMatchObject({ faults: [], events: 17, personalWithheld: 0 });
  expect(verdict.personalChecked).toBeGreaterThanOrEqual(8);
  expect(audit).toMatchObject({ format: "paraph-audit/1", order: signed.id, chain: { length: 17 } });
  expect(audit.exported_at).toBe(desk.service.clock.now().toISOString());
});

test("the proof path stands in it: who did what, under which consent, to which bytes, with which certificate", async () => {
  const { events } = await exported(signed);
  const find = (type: string) => events.find(({ body }) => body.type === type)!;
  const signer = signed.signers[0]!.id;
  expect(find("consent.given").body).toMatchObject({
    actor: { kind: "signer", id: signer },
    signer,
    data: {
      text: expect.stringContaining("sign them electronically"),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  });
  expect(find("signature.requested").body.data).toMatchObject({
    documents: [{ document: signed.documents[0]!.id, sha256: signed.documents[0]!.sha256, revision: 0 }],
  });
  expect(find("signature.requested").personal!.data).toMatchObject({ typed_name: "Ada L.", ip: "127.0.0.1" });
  expect(find("document.signed").body.data).toMatchObject({
    level: "B-T",
    revision: 1,
    sha256_before: signed.documents[0]!.sha256,
  });
  expect(find("key.destroyed").body.data).toEqual({ algorithm: "ECDSA P-256", signatures: 1 });
  expect(find("certificate.issued").personal!.data["certificate"]).toEqual(expect.any(String));
});

test("no name, address or number of a signer stands in what is hashed: it can be erased without breaking the chain", async () => {
  const order = await desk.order([{ ...ada, phone: "+447700900123" }, charles]);
  await desk.browser(order).sign();
  for (const { body } of (await exported(order)).events) {
    expect(JSON.stringify(body)).not.toMatch(
      /Ada|Lovelace|Charles|Babbage|example\.org|7700900|127\.0\.0\.1/,
    );
  }
});

test("events can be read page by page, and the pages are the whole", async () => {
  const pages: EventPage[] = [];
  for (let after = 0; ; after = pages.at(-1)!.next_after!) {
    const { body } = await desk.client.get<EventPage>(
      `/v1/orders/${signed.id}/events?after=${after}&limit=4`,
    );
    pages.push(body);
    if (!body.has_more) break;
  }
  expect(pages.map(({ data }) => data.length)).toEqual([4, 4, 4, 4, 1]);
  expect(pages.at(-1)!.next_after).toBeNull();
  const whole = (await exported(signed)).events;
  expect(pages.flatMap(({ data }) => data).map(({ hash }) => hash)).toEqual(whole.map(({ hash }) => hash));
});

test("an export taken while events are being written is whole each time", async () => {
  const order = await desk.order([ada, charles]);
  let done = false;
  const exports: AuditExport[] = [];
  const reading = (async () => {
    while (!done) exports.push(await exported(order));
  })();
  for (const index of [0, 1]) await desk.browser(order, index).sign();
  done = true;
  await reading;
  exports.push(await exported(order));
  expect(new Set(exports.map(({ chain }) => chain.length)).size).toBeGreaterThan(3);
  for (const audit of exports) expect(codes(audit)).toEqual([]);
});

describe("somebody inside the database", () => {
  const where = (order: OrderView, seq: number) => `order_id = '${uuidOf(order.id)}' AND seq = ${seq}`;

  test("cannot change an event without its being seen", async () => {
    const order = await desk.order([ada]);
    await desk.sql(`UPDATE events SET body = replace(body, 'email', 'sms') WHERE ${where(order, 3)}`);
    expect(codes(await exported(order))).toEqual(["hash_mismatch 3"]);
  });

  test("cannot delete an event without its being seen, not even the last", async () => {
    const order = await desk.order([ada]);
    await desk.sql(`DELETE FROM events WHERE ${where(order, 4)}`);
    expect(codes(await exported(order)).sort()).toEqual(["head_mismatch", "length_mismatch"]);
  });

  test("cannot put the personal data of another signer in the place of one's", async () => {
    const order = await desk.order([ada, charles]);
    await desk.sql(`UPDATE events SET personal = (SELECT personal FROM events WHERE ${where(order, 4)})
      WHERE ${where(order, 3)}`);
    const refused = await desk.client.refused("GET", `/v1/orders/${order.id}/audit`);
    expect(refused).toMatchObject({ status: 500, body: { code: "internal_error" } });
  });

  test("stops the next event when the chain's end was moved", async () => {
    const order = await desk.order([ada]);
    await desk.sql(`UPDATE orders SET chain_length = 2 WHERE id = '${uuidOf(order.id)}'`);
    const browser = desk.browser(order);
    expect((await browser.open()).status).toBe(500);
    expect(await desk.sql(`SELECT seq FROM events WHERE order_id = '${uuidOf(order.id)}'`)).toHaveLength(4);
  });
});

test("the service itself can neither change nor delete an event", async () => {
  for (const statement of ["UPDATE events SET type = 'x'", "DELETE FROM events", "TRUNCATE events"]) {
    await expect(
      desk.service.platform.database.withTenant(desk.tenantId, (transaction) => transaction.query(statement)),
    ).rejects.toThrow("permission denied");
  }
});
