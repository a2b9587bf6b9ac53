import type { OrderView } from "../../../api/orders/orderViews.js";
import { sweep } from "../../../api/work/sweeper.js";
import { ApiClient } from "../../support/apiClient.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const phone = "+33612345678";

async function sentTo(order: OrderView): Promise<string> {
  await desk.browser(order).receiveCode();
  const [message] = await desk.service.outbox.list({ limit: 1 });
  return [message!.to].flat().join();
}

describe("a signer whose codes go to another address than their own", () => {
  test("is sent them there, by its kind, and is written to at their own", async () => {
    const order = await desk.order([{ ...ada, authentication: "sms", code_contact: phone }]);
    expect(order.signers[0]).toMatchObject({ email: ada.email, phone: null, code_contact: phone });
    expect(await sentTo(order)).toBe(phone);
    const status = await desk.browser(order).status();
    expect(status.authentication.masked_to).toMatch(/78$/);
  });

  test("can have it changed and taken away; a code that was sent is good no more then", async () => {
    const order = await desk.order([{ ...ada, code_contact: "office@example.org" }]);
    const code = await desk.browser(order).receiveCode();
    const path = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}`;
    await desk.client.request("PATCH", path, { code_contact: null });
    const verified = await desk.client.post(`${path}/otp/verify`, { otp: code });
    expect(verified.status).toBe(409);
    desk.service.clock.advance(31);
    expect(await sentTo(await desk.read(order))).toBe(ada.email);
    const changed = (await desk.events(order)).find(({ type }) => type === "signer.changed");
    expect(changed).toMatchObject({
      data: { fields: ["code_contact"] },
      personal: { before: { code_contact: "office@example.org" }, after: { code_contact: null } },
    });
  });

  test("is found by it when they want to be erased, and then it is gone", async () => {
    const order = await desk.order([{ ...ada, code_contact: "Private@example.org" }]);
    await desk.client.post(`/v1/orders/${order.id}/cancel`);
    const exported = await desk.client.post<{ data: object[] }>("/v1/data-subjects/export", {
      email: "private@example.org",
    });
    expect(exported.body.data).toMatchObject([{ signer: { code_contact: "Private@example.org" } }]);
    const asked = await desk.client.post<{ id: string }>("/v1/data-subjects/erasures", {
      email: "private@example.org",
    });
    expect(asked.status).toBeLessThan(300);
    await sweep(desk.service.platform);
    expect((await desk.read(order)).signers[0]).toMatchObject({ email: null, code_contact: null });
  });

  test("needs one that the codes can be sent to, and none of the test's in live mode", async () => {
    const body = (signer: object) => ({
      title: "Agreement",
      documents: [{ name: "a.pdf", content: desk.content }],
      signers: [{ given_name: "Ada", surname: "Lovelace", ...signer }],
    });
    const without = await desk.client.post<{ param: string }>("/v1/orders", body({ code_contact: phone }));
    expect([without.status, without.body.param]).toEqual([422, "signers[0].email"]);
    const { apiKey } = await desk.service.tenant("Live", "live");
    const live = await new ApiClient(desk.service.baseUrl, apiKey).post<{ param: string }>(
      "/v1/orders",
      body({ code_contact: "ada@code.test" }),
    );
    expect([live.status, live.body.param]).toEqual([422, "signers[0].code_contact"]);
  });
});
