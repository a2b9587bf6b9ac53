import { smtpMailer } from "../../../api/adapters/mailer/smtp.js";
import { twilioSmsSender } from "../../../api/adapters/smsSender/twilio.js";
import { freePort } from "../../support/freePort.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";
import { type MailServer, startSmtpServer } from "../../support/smtpServer.js";
import { startTwilioServer } from "../../support/twilioServer.js";
import { send, verify } from "./otpCodes.js";

let desk: OrderDesk;
let mailServer: MailServer;
let mailer: ReturnType<typeof smtpMailer>;

beforeAll(async () => {
  desk = await OrderDesk.open();
  mailServer = await startSmtpServer();
  mailer = smtpMailer({ url: `smtp://127.0.0.1:${mailServer.port}` });
});
afterAll(async () => {
  mailer.close();
  await mailServer.stop();
  await desk.close();
});

const byMail = (email: string) => desk.order([{ ...ada, email }]);
const bySms = (phone: string) => desk.order([{ ...ada, phone, authentication: "sms" }]);

test("a code by e-mail goes to the signer's mail server, and the answer shows the address masked", async () => {
  const order = await byMail("augusta.ada@example.org");
  const browser = desk.browser(order);
  const sent = await desk.replacing({ mailer }, () => send(browser));
  expect(sent).toMatchObject({
    status: 200,
    body: { channel: "email", sent_to: "a***@example.org", resend_after_seconds: 30 },
  });
  const mail = mailServer.received.at(-1)!;
  expect(mail.to).toEqual(["augusta.ada@example.org"]);
  const code = /^Subject: (\d{6}) is your code to sign/m.exec(mail.raw)?.[1];
  expect((await verify(browser, code!)).status).toBe(200);
  expect((await browser.status()).authentication).toMatchObject({
    method: "email",
    masked_to: "a***@example.org",
    code: { channel: "email", state: "verified", delivery: null },
  });
});

test("a code by SMS goes to the signer's number, and the answer shows the number masked", async () => {
  const account = { accountSid: `AC${"0".repeat(32)}`, authToken: "token" };
  const twilio = await startTwilioServer(account);
  try {
    const sender = { from: "+15005550006" };
    const smsSender = twilioSmsSender({ ...account, sender, baseUrl: twilio.baseUrl });
    const browser = desk.browser(await bySms("+33612345678"));
    const sent = await desk.replacing({ smsSender }, () => send(browser));
    expect(sent).toMatchObject({ status: 200, body: { channel: "sms", sent_to: "+33 *** 78" } });
    const form = new URLSearchParams(twilio.requests[0]!.body.toString());
    expect(form.get("To")).toBe("+33612345678");
    expect((await verify(browser, /^\d{6}/.exec(form.get("Body")!)![0])).status).toBe(200);
  } finally {
    await twilio.stop();
  }
});

test("a recipient whom the provider refuses is a 502, an event, and no code that anybody could guess", async () => {
  const order = await byMail("nobody@rejected.example");
  const browser = desk.browser(order);
  const refused = await desk.replacing({ mailer }, () => send(browser));
  expect(refused).toMatchObject({ status: 502, body: { code: "otp_delivery_failed" } });
  expect(refused.body["detail"]).toContain("n***@rejected.example");
  expect(refused.body["detail"]).not.toContain("nobody@");
  const event = (await desk.events(order)).at(-1)!;
  expect(event).toMatchObject({ type: "code.send_failed", data: { channel: "email", reason: "rejected" } });
  expect(event.personal).toEqual({ to: "nobody@rejected.example", masked: "n***@rejected.example" });
  expect(await verify(browser, "123456")).toMatchObject({ status: 409, body: { code: "otp_missing" } });
});

test("a provider that is busy or down is a 503 with Retry-After, and the next try needs no pause", async () => {
  const order = await byMail("ada@later.example");
  const browser = desk.browser(order);
  const down = smtpMailer({ url: `smtp://127.0.0.1:${await freePort()}` });
  for (const one of [mailer, down]) {
    const refused = await desk.replacing({ mailer: one }, () => send(browser));
    expect(refused).toMatchObject({ status: 503, body: { code: "otp_delivery_unavailable" } });
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
  }
  down.close();
  const code = await browser.receiveCode();
  expect((await verify(browser, code)).status).toBe(200);
  expect(await desk.count(order, "code.send_failed", "code.sent")).toEqual([2, 1]);
});

test("a code counts that was sent, whatever others failed to leave in the same millisecond or later by the clock", async () => {
  for (let round = 0; round < 8; round++) {
    const browser = desk.browser(await byMail("ada@later.example"));
    if (round % 2) desk.service.clock.advance(5);
    expect((await desk.replacing({ mailer }, () => send(browser))).status).toBe(503);
    if (round % 2) desk.service.clock.advance(-5);
    expect((await verify(browser, await browser.receiveCode())).status).toBe(200);
  }
});

test("a channel without a provider is a 503 that names the channel, and nothing is recorded", async () => {
  const orders = [await byMail("ada@example.org"), await bySms("+33612345678")];
  for (const [index, order] of orders.entries()) {
    const browser = desk.browser(order);
    const refused = await desk.replacing({ mailer: null, smsSender: null }, () => send(browser));
    expect(refused).toMatchObject({ status: 503, body: { code: "channel_not_configured" } });
    expect(refused.body["detail"]).toContain(["email", "sms"][index]);
    expect((await desk.events(order)).at(-1)!.type).toBe("order.sent");
    expect((await send(browser)).status).toBe(200);
  }
});

test("no address and no number stands in the log", () => {
  const log = desk.service.log.join("\n");
  expect(log).toContain("a code could not be sent");
  for (const secret of ["augusta.ada", "nobody@", "ada@", "612345678"]) expect(log).not.toContain(secret);
});
