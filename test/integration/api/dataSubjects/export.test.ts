import type { SubjectExportView } from "../../../../api/dataSubjects/exportView.js";
import { ApiClient } from "../../../support/apiClient.js";
import { ada, charles, OrderDesk } from "../../../support/orderDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const path = "/v1/data-subjects/export";

test("a person gets all that is kept of them, and nothing of anybody else", async () => {
  const order = await desk.order([ada, charles]);
  await desk.browser(order).sign();

  const { status, body } = await desk.client.post<SubjectExportView>(path, { email: "ADA@example.org" });

  expect(status).toBe(200);
  expect(body.data).toHaveLength(1);
  const [kept] = body.data;
  expect(kept).toMatchObject({ order: order.id, state: "in_progress", documents_until: null });
  expect(kept!.signer).toMatchObject({ ...ada, state: "signed" });
  expect(kept!.certificates).toHaveLength(1);
  expect(kept!.messages).toContainEqual(expect.objectContaining({ kind: "invitation", channel: "email" }));
  const own = (await desk.events(order)).filter(({ signer }) => signer === order.signers[0]!.id);
  expect(kept!.events.filter(({ seq }) => seq <= own.at(-1)!.seq)).toEqual(own);
  expect(kept!.events.some(({ personal }) => personal !== null)).toBe(true);
  expect(JSON.stringify(body)).not.toContain(charles.email);
  expect(JSON.stringify(body)).not.toContain(charles.surname);
});

test("a person in many orders is exported page by page, each order once", async () => {
  const phone = "+33612345678";
  const orders = [];
  for (let i = 0; i < 3; i++) orders.push(await desk.order([{ ...charles, phone }]));
  const seen: string[] = [];
  for (let cursor: string | null = null, more = true; more; ) {
    const query: string = `?limit=2${cursor === null ? "" : `&cursor=${cursor}`}`;
    const { body } = await desk.client.post<SubjectExportView>(path + query, { phone });
    expect(body.data.length).toBeLessThanOrEqual(2);
    seen.push(...body.data.map(({ order }) => order));
    cursor = body.next_cursor;
    more = body.has_more;
  }
  expect(seen.toSorted()).toEqual(orders.map(({ id }) => id).toSorted());
});

test("no other tenant's and no other mode's orders are in it, and no log line has the address", async () => {
  const neighbour = await desk.service.tenant("Another company");
  const live = await desk.service.tenant("A live company", "live");
  for (const { apiKey } of [neighbour, live]) {
    const { body } = await new ApiClient(desk.service.baseUrl, apiKey).post<SubjectExportView>(path, {
      email: ada.email,
    });
    expect(body.data).toEqual([]);
  }
  expect(desk.service.log.join("\n")).not.toContain(ada.email);
});

test("an unknown address gives an empty page, and a malformed request names the field", async () => {
  const nobody = await desk.client.post<SubjectExportView>(path, { email: "nobody@example.org" });
  expect(nobody.body).toMatchObject({ data: [], has_more: false, next_cursor: null });
  const neither = await desk.client.post<{ param: string }>(path, {});
  expect(neither).toMatchObject({ status: 422, body: { code: "field_invalid", param: "email" } });
});
