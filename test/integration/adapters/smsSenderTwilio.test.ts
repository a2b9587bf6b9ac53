import { inspect } from "node:util";
import { type TwilioOptions, twilioSmsSender } from "../../../api/adapters/smsSender/twilio.js";
import { freePort } from "../../support/freePort.js";
import { type ProviderServer, startProvider } from "../../support/providerServer.js";
import { startTwilioServer } from "../../support/twilioServer.js";

const account = { accountSid: `AC${"0".repeat(32)}`, authToken: "a-token-that-nobody-may-see" };
const sms = { id: "message-1", to: "+33612345678", text: "Votre code : 123456 — à saisir" };
let server: ProviderServer;
const open = (options: Partial<TwilioOptions> = {}) =>
  twilioSmsSender({ ...account, sender: { from: "+15005550006" }, baseUrl: server.baseUrl, ...options });

beforeEach(async () => {
  server = await startTwilioServer(account);
});
afterEach(() => server.stop());

async function replaceServer(answer: Parameters<typeof startProvider>[0]): Promise<void> {
  await server.stop();
  server = await startProvider(answer);
}

describe("the Twilio SMS sender", () => {
  test("hands over number, text and sender as a form, once, and returns Twilio's own id", async () => {
    const { providerMessageId } = await open().send(sms);
    expect(providerMessageId).toMatch(/^SM[0-9a-f]{32}$/);
    expect(server.requests).toHaveLength(1);
    expect(Object.fromEntries(new URLSearchParams(server.requests[0]!.body.toString("utf8")))).toEqual({
      To: sms.to,
      Body: sms.text,
      From: "+15005550006",
    });
  });

  test("sends from a messaging service where one is named", async () => {
    const messagingServiceSid = `MG${"1".repeat(32)}`;
    await open({ sender: { messagingServiceSid } }).send(sms);
    const form = new URLSearchParams(server.requests[0]!.body.toString("utf8"));
    expect(form.get("MessagingServiceSid")).toBe(messagingServiceSid);
    expect(form.get("From")).toBeNull();
  });

  test("sends in the name that a message asks for, and tells where to report with the message's reference", async () => {
    const statusCallback = "https://sign.example.org/callbacks/twilio";
    await open({ statusCallback }).send({ ...sms, from: "Acme", reference: "c-ref_1" });
    const form = new URLSearchParams(server.requests[0]!.body.toString("utf8"));
    expect(form.get("From")).toBe("Acme");
    expect(form.get("StatusCallback")).toBe(`${statusCallback}?reference=c-ref_1`);
  });

  test.each([
    ["+15005550001", "rejected", 21211],
    ["+15005550009", "rejected", 21614],
    ["+15005550004", "rejected", 21610],
    ["+15005550002", "unavailable", 21611],
    ["+15005550029", "unavailable", 20429],
    ["+15005550053", "unavailable", 20503],
  ])("for %s says %s, after Twilio's code %i, and asks once", async (to, code, twilioCode) => {
    await expect(open().send({ ...sms, to })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(`code ${twilioCode}`),
    });
    expect(server.requests).toHaveLength(1);
  });

  test("says unauthorized with a wrong token and with another account", async () => {
    await expect(open({ authToken: "wrong" }).send(sms)).rejects.toMatchObject({ code: "unauthorized" });
    const accountSid = `AC${"9".repeat(32)}`;
    await expect(open({ accountSid }).send(sms)).rejects.toMatchObject({ code: "unauthorized" });
  });

  test("hands over nothing that is not a number in E.164 form", async () => {
    for (const to of [
      "0612345678",
      "whatsapp:+33612345678",
      "+33612345678,+33687654321",
      "+0612345678",
      "+33",
      "",
    ]) {
      await expect(open().send({ ...sms, to })).rejects.toMatchObject({ code: "rejected" });
    }
    expect(server.requests).toHaveLength(0);
  });

  test("says unavailable when nothing listens", async () => {
    const baseUrl = `http://127.0.0.1:${await freePort()}`;
    await expect(open({ baseUrl }).send(sms)).rejects.toMatchObject({ code: "unavailable" });
  });

  test("gives up on silence, on an endless answer and on a redirection, which it does not follow", async () => {
    await replaceServer(() => {});
    await expect(open({ timeoutMs: 200 }).send(sms)).rejects.toMatchObject({ code: "unavailable" });
    await replaceServer((_, response) => response.writeHead(201).end("a".repeat(100_000)));
    await expect(open().send(sms)).rejects.toMatchObject({ code: "unavailable" });
    await replaceServer((_, response) => response.writeHead(307, { location: "/elsewhere" }).end());
    await expect(open().send(sms)).rejects.toMatchObject({ code: "unavailable" });
    expect(server.requests).toHaveLength(1);
  });

  test("says unavailable when the answer is not Twilio's", async () => {
    await replaceServer((_, response) => response.writeHead(201).end("<html>"));
    await expect(open().send(sms)).rejects.toMatchObject({ code: "unavailable" });
    await replaceServer((_, response) => response.writeHead(502).end("<html>"));
    await expect(open().send(sms)).rejects.toMatchObject({ code: "unavailable" });
  });

  test("tells in no error the token, the number or the code", async () => {
    const failing = [
      () => open().send({ ...sms, to: "+15005550001" }),
      () => open({ authToken: `${account.authToken}-but-wrong` }).send(sms),
      async () => open({ baseUrl: `http://127.0.0.1:${await freePort()}` }).send(sms),
    ];
    const basic = Buffer.from(`${account.accountSid}:${account.authToken}`).toString("base64");
    for (const attempt of failing) {
      const error = await attempt().then(
        () => "sent",
        (reason: unknown) => reason,
      );
      const shown = inspect(error, { depth: 20, showHidden: true });
      expect(shown).toContain("DeliveryError");
      for (const secret of [account.authToken, basic, "15005550001", "33612345678", "123456"]) {
        expect(shown).not.toContain(secret);
      }
    }
  });
});
