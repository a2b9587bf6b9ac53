import { ApiClient } from "../../support/apiClient.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";
import { send, verify } from "./otpCodes.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

/** Nothing is handed to a provider: it would fail. */
const nobody = { send: () => Promise.reject(new TypeError("A provider was asked.")) };
const inTest = <T>(work: () => Promise<T>) => desk.replacing({ mailer: nobody, smsSender: nobody }, work);
const byMail = (email: string, otp?: object) => desk.order([{ ...ada, email }], otp && { otp });
const bySms = (phone: string) => desk.order([{ ...ada, phone, authentication: "sms" }]);

test.each<[object | undefined, string]>([
  [undefined, "123456"],
  [{ length: 8 }, "12345678"],
  [{ alphabet: "letters" }, "ABCDEF"],
  [{ alphabet: "mixed", length: 5 }, "A2B3C"],
])("whoever@code.test is sent the code that is always theirs, by the rules %j: %s", async (otp, code) => {
  const browser = desk.browser(await byMail("Whoever+1@Code.Test", otp));
  expect((await inTest(() => send(browser))).status).toBe(200);
  expect((await verify(browser, code)).status).toBe(200);
});

test("+15005550006 is sent it as well, and no text message is counted", async () => {
  const order = await bySms("+15005550006");
  const browser = desk.browser(order);
  expect((await inTest(() => send(browser))).body).toMatchObject({ channel: "sms", sent_to: "+15 *** 06" });
  expect((await verify(browser, "123456")).status).toBe(200);
  expect(await desk.sql("SELECT 1 FROM send_counters")).toEqual([]);
  const sent = (await desk.events(order)).find(({ type }) => type === "code.sent");
  expect(sent?.data).toMatchObject({ channel: "sms", provider_message_id: null });
});

test.each<[string, "email" | "sms", number, string]>([
  ["rejected@code.test", "email", 502, "otp_delivery_failed"],
  ["unavailable@code.test", "email", 503, "otp_delivery_unavailable"],
  ["+15005550001", "sms", 502, "otp_delivery_failed"],
  ["+15005550002", "sms", 503, "otp_delivery_unavailable"],
])("%s fails as a provider would, and its code is nothing", async (address, channel, status, code) => {
  const order = await (channel === "email" ? byMail(address) : bySms(address));
  const browser = desk.browser(order);
  expect(await inTest(() => send(browser))).toMatchObject({ status, body: { code } });
  expect(await verify(browser, "123456")).toMatchObject({ status: 409, body: { code: "otp_missing" } });
  expect(await desk.count(order, "code.send_failed", "code.sent")).toEqual([1, 0]);
});

test("bounce@code.test takes the message and returns it: signer and tenant are told", async () => {
  const order = await byMail("bounce@code.test");
  const browser = desk.browser(order);
  expect((await inTest(() => send(browser))).status).toBe(200);
  expect((await browser.status()).authentication.code).toMatchObject({ state: "sent", delivery: "bounced" });
  const path = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}/otp`;
  expect((await desk.client.get(path)).body).toMatchObject({ last: { delivery: "bounced" } });
  expect((await desk.events(order)).at(-1)).toMatchObject({
    type: "code.delivery",
    data: { channel: "email", state: "bounced" },
  });
});

test("slow@code.test takes its time, and the code comes", async () => {
  const browser = desk.browser(await byMail("slow@code.test"));
  const started = performance.now();
  expect((await inTest(() => send(browser))).status).toBe(200);
  expect(performance.now() - started).toBeGreaterThan(2900);
  expect((await verify(browser, "123456")).status).toBe(200);
});

test("a live order cannot have a test address, by e-mail or phone", async () => {
  const { apiKey } = await desk.service.tenant("Live", "live");
  const live = new ApiClient(desk.service.baseUrl, apiKey);
  const documents = [{ name: "a.pdf", content: desk.content }];
  for (const [field, signer] of [
    ["email", { ...ada, email: "ada@code.test" }],
    ["phone", { ...ada, phone: "+15005550006" }],
  ] as const) {
    const refused = await live.post("/v1/orders", { title: "Agreement", documents, signers: [signer] });
    expect(refused).toMatchObject({ status: 422, body: { param: `signers[0].${field}` } });
  }
});

test("an address that only looks like one is handed to the provider", async () => {
  for (const email of ["ada@code.test.example", "ada@mycode.test", "code.test@example.org"]) {
    const browser = desk.browser(await byMail(email));
    expect((await inTest(() => send(browser))).status).toBe(500);
  }
});
