import { generateKeyPairSync, sign } from "node:crypto";
import twilio from "twilio";
import { sendgridMailer } from "../../../api/adapters/mailer/sendgrid.js";
import { sendgridReports } from "../../../api/adapters/mailer/sendgridReports.js";
import { twilioSmsSender } from "../../../api/adapters/smsSender/twilio.js";
import { twilioReports } from "../../../api/adapters/smsSender/twilioReports.js";
import { callbackPaths } from "../../../api/delivery/callbacksRouter.js";
import { deliveryReference } from "../../../api/delivery/reference.js";
import { deliverDueMessages } from "../../../api/messages/messenger.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";
import type { ProviderServer } from "../../support/providerServer.js";
import { startSendgridServer } from "../../support/sendgridServer.js";
import { startTwilioServer } from "../../support/twilioServer.js";
import { send } from "./otpCodes.js";

const account = { accountSid: `AC${"0".repeat(32)}`, authToken: "a token" };
const apiKey = "SG.key";
const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
const stranger = generateKeyPairSync("ec", { namedCurve: "prime256v1" }).privateKey;

let desk: OrderDesk;
let sms: ProviderServer;
let mail: ProviderServer;

beforeAll(async () => {
  sms = await startTwilioServer(account);
  mail = await startSendgridServer(apiKey);
  const key = publicKey.export({ type: "spki", format: "der" }).toString("base64");
  desk = await OrderDesk.open({
    reports: { twilio: twilioReports(account), sendgrid: sendgridReports({ publicKey: key }) },
  });
  const { platform, baseUrl } = desk.service;
  Object.assign(platform, {
    mailer: sendgridMailer({ apiKey, baseUrl: `${mail.baseUrl}/` }),
    smsSender: twilioSmsSender({
      ...account,
      sender: { from: "+15005550006" },
      baseUrl: sms.baseUrl,
      statusCallback: baseUrl + callbackPaths.twilio,
    }),
  });
});
afterAll(async () => {
  await sms.stop();
  await mail.stop();
  await desk.close();
});

/** An order whose signer was sent a code by text message, and where Twilio was told to report. */
async function sentBySms(): Promise<{ order: OrderView; callback: string }> {
  const order = await desk.order([{ ...ada, phone: "+33612345678", authentication: "sms" }]);
  expect((await send(desk.browser(order))).status).toBe(200);
  const form = new URLSearchParams(sms.requests.at(-1)!.body.toString("utf8"));
  return { order, callback: form.get("StatusCallback")! };
}

/** Reports as Twilio does: a form, signed with the account's token. */
async function twilioSays(
  callback: string,
  MessageStatus: string,
  token = account.authToken,
): Promise<number> {
  const form = { MessageSid: "SM1", MessageStatus, To: "+33612345678" };
  const signature = twilio.getExpectedTwilioSignature(token, callback, form);
  const answer = await fetch(callback, {
    method: "POST",
    headers: { "X-Twilio-Signature": signature },
    body: new URLSearchParams(form),
  });
  return answer.status;
}

/** An order whose signer was sent a code by e-mail, and what SendGrid was given to repeat. */
async function sentByMail(): Promise<{ order: OrderView; reference: string }> {
  const order = await desk.order();
  expect((await send(desk.browser(order))).status).toBe(200);
  const body = JSON.parse(mail.requests.at(-1)!.body.toString("utf8"));
  const { reference } = body.custom_args ?? body.personalizations[0].custom_args;
  return { order, reference };
}

/** Reports as SendGrid does: a list of events, signed with the time. */
async function sendgridSays(
  events: unknown,
  options: { key?: typeof privateKey; age?: number } = {},
): Promise<number> {
  const body = JSON.stringify(events);
  const time = Math.floor(desk.service.clock.now().getTime() / 1000) - (options.age ?? 0);
  const signature = sign("sha256", Buffer.from(`${time}${body}`), options.key ?? privateKey);
  const answer = await fetch(desk.service.baseUrl + callbackPaths.sendgrid, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Twilio-Email-Event-Webhook-Signature": signature.toString("base64"),
      "X-Twilio-Email-Event-Webhook-Timestamp": String(time),
    },
    body,
  });
  return answer.status;
}

const reported = async (order: OrderView) =>
  (await desk.events(order)).filter(({ type }) => type === "code.delivery").map(({ data }) => data["state"]);
const shown = async (order: OrderView) => (await desk.browser(order).status()).authentication.code?.delivery;

describe("Twilio's report", () => {
  test("that a code was delivered is shown and in the trail, once, however often and late others come", async () => {
    const { order, callback } = await sentBySms();
    for (const status of ["queued", "sent", "delivered", "sent", "delivered"]) {
      expect(await twilioSays(callback, status)).toBe(204);
    }
    expect(await reported(order)).toEqual(["delivered"]);
    expect(await shown(order)).toBe("delivered");
  });

  test("that it was not is shown to the signer", async () => {
    const { order, callback } = await sentBySms();
    expect(await twilioSays(callback, "undelivered")).toBe(204);
    expect(await shown(order)).toBe("undelivered");
  });

  test("is refused when its signature, its address or its reference is not what we gave, and changes nothing", async () => {
    const { order, callback } = await sentBySms();
    const other = (await sentBySms()).callback;
    expect(await twilioSays(callback, "delivered", "another token")).toBe(403);
    const unsigned = await fetch(callback, {
      method: "POST",
      body: new URLSearchParams({ MessageStatus: "failed" }),
    });
    expect(unsigned.status).toBe(403);
    const signature = twilio.getExpectedTwilioSignature(account.authToken, other, {
      MessageStatus: "failed",
    });
    const moved = await fetch(callback, {
      method: "POST",
      headers: { "X-Twilio-Signature": signature },
      body: new URLSearchParams({ MessageStatus: "failed" }),
    });
    expect(moved.status).toBe(403);
    const forged = callback.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    expect(await twilioSays(forged, "failed")).toBe(204);
    expect(await reported(order)).toEqual([]);
  });
});

describe("SendGrid's report", () => {
  test("that a code bounced after it was taken in is shown and in the trail; many events come at once, in any order", async () => {
    const { order, reference } = await sentByMail();
    const timestamp = Math.floor(desk.service.clock.now().getTime() / 1000);
    const events = ["deferred", "bounce", "delivered", "open", "processed"].map((event) => ({
      event,
      reference,
      timestamp,
      email: "ada@example.org",
    }));
    expect(await sendgridSays(events)).toBe(204);
    expect(await sendgridSays(events)).toBe(204);
    expect(await reported(order)).toEqual(["deferred", "bounced"]);
    expect(await shown(order)).toBe("bounced");
  });

  test("of an invitation that bounced is in the order's trail as well", async () => {
    const order = await desk.order();
    await deliverDueMessages(desk.service.platform);
    // Those of other orders are among them.
    const reports = mail.requests.map(({ body }) => {
      const letter = JSON.parse(body.toString("utf8"));
      return { event: "bounce", ...(letter.custom_args ?? letter.personalizations[0].custom_args) };
    });
    expect(await sendgridSays(reports)).toBe(204);
    const event = (await desk.events(order)).find(({ type }) => type === "message.delivery");
    expect(event?.data).toMatchObject({ kind: "invitation", channel: "email", state: "bounced" });
  });

  test("is refused when somebody else signed it, or it was signed days ago", async () => {
    const { order, reference } = await sentByMail();
    const events = [{ event: "bounce", reference }];
    expect(await sendgridSays(events, { key: stranger })).toBe(403);
    expect(await sendgridSays(events, { age: 2 * 86_400 })).toBe(403);
    expect(await sendgridSays(events, { age: -3600 })).toBe(403);
    expect(await reported(order)).toEqual([]);
  });

  test("is taken whatever stands in it that is not ours", async () => {
    const { platform } = desk.service;
    const gone = deliveryReference(platform, "message", desk.tenantId, crypto.randomUUID());
    for (const events of [
      {},
      [null, 1, "a"],
      [{ event: "bounce" }],
      [{ event: "bounce", reference: gone }],
    ]) {
      expect(await sendgridSays(events)).toBe(204);
    }
  });
});

test("a report that is too large is refused before it is read", async () => {
  const { callback } = await sentBySms();
  const body = new URLSearchParams({ MessageStatus: "delivered", Body: "a".repeat(20_000) });
  expect((await fetch(callback, { method: "POST", body })).status).toBe(413);
});

test("where no provider reports, there is nothing to report to", async () => {
  const bare = await OrderDesk.open();
  try {
    for (const path of Object.values(callbackPaths)) {
      expect((await fetch(bare.service.baseUrl + path, { method: "POST" })).status).toBe(404);
    }
  } finally {
    await bare.close();
  }
});
