import type { OrderView } from "../../../api/orders/orderViews.js";
import { drawnSignature } from "../../support/drawnSignature.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const consent_text =
  "I have read the documents, I agree to their content, and I agree to sign them electronically.";
const pathOf = (order: OrderView, index = 0) => `/v1/orders/${order.id}/signers/${order.signers[index]!.id}`;

async function orderWithCode(): Promise<{ order: OrderView; path: string; otp: string }> {
  const order = await desk.order([ada, charles]);
  const path = pathOf(order);
  const sent = await desk.client.post(`${path}/otp`);
  expect(sent).toMatchObject({ status: 200, body: { channel: "email", sent_to: "a***@example.org" } });
  return { order, path, otp: await desk.browser(order).newestCode() };
}

test("a tenant signs for a signer with the code that the signer was sent, and the trail says that the tenant did", async () => {
  const { order, path, otp } = await orderWithCode();
  const body = {
    otp,
    consent_text,
    typed_name: "Ada L.",
    signature_image: drawnSignature().toString("base64"),
  };
  const signed = await desk.client.post(`${path}/sign`, body);
  expect(signed).toMatchObject({ status: 200, body: { status: "signed", all_signed: false } });
  const actors = (await desk.events(order))
    .filter(({ type }) => /^(code\.verified|consent\.given|signature\.requested)$/.test(type))
    .map(({ actor }) => actor.kind);
  expect(actors).toEqual(["api_key", "api_key", "api_key"]);
});

test("a mistake beside the code is refused with the field's own name, and neither counts as a try nor uses up the code", async () => {
  const { order, path, otp } = await orderWithCode();
  for (const [wrong, code, param] of [
    [{ consent_text: "I agree." }, "consent_mismatch", "consent_text"],
    [{ signature_image: "AAAA" }, "signature_image_invalid", "signature_image"],
    [{ signature_image: "no base64!" }, "signature_image_invalid", "signature_image"],
  ] as const) {
    const refused = await desk.client.post(`${path}/sign`, { otp, consent_text, ...wrong });
    expect(refused).toMatchObject({ status: 422, body: { code, param } });
  }
  expect((await desk.events(order)).at(-1)!.type).toBe("code.sent");
  expect((await desk.client.post(`${path}/sign`, { otp, consent_text })).status).toBe(200);
});

test("a wrong code is refused with the tries that are left, and three of them lock it here as well", async () => {
  const { path, otp } = await orderWithCode();
  const wrong = otp === "000000" ? "000001" : "000000";
  const answers = [];
  for (let index = 0; index < 3; index++) {
    answers.push(await desk.client.post(`${path}/sign`, { otp: wrong, consent_text }));
  }
  expect(answers.map(({ status, body }) => [status, body["remaining_attempts"]])).toEqual([
    [401, 2],
    [401, 1],
    [423, 0],
  ]);
  // Names in camel case are those of the signer's page.
  for (const { body } of answers) expect(body).not.toHaveProperty("remainingAttempts");
  expect((await desk.client.post(`${path}/sign`, { otp, consent_text })).status).toBe(423);
});

test("the signer's and the tenant's way share one code, its tries and its pause", async () => {
  const { order, path, otp } = await orderWithCode();
  const browser = desk.browser(order);
  const wrong = otp === "000000" ? "000001" : "000000";
  expect((await browser.client.post(`${browser.path}/verify-otp`, { otp: wrong })).status).toBe(401);
  expect(
    (await desk.client.post(`${path}/sign`, { otp: wrong, consent_text })).body["remaining_attempts"],
  ).toBe(1);
  expect((await browser.client.post(`${browser.path}/send-otp`)).status).toBe(429);
  expect((await desk.client.post(`${path}/sign`, { otp, consent_text })).status).toBe(200);
});

test("a code of one signer does not sign for the other", async () => {
  const { order, otp } = await orderWithCode();
  const refused = await desk.client.post(`${pathOf(order, 1)}/sign`, { otp, consent_text });
  expect(refused).toMatchObject({ status: 409, body: { code: "otp_missing" } });
});
