import { sendgridMailer } from "../../../api/adapters/mailer/sendgrid.js";
import { type ProviderServer, startProvider } from "../../support/providerServer.js";
import { startSendgridServer } from "../../support/sendgridServer.js";

const apiKey = "SG.key";
const email = {
  id: "message-1",
  to: "ada@example.com",
  from: "Paraph <signatures@example.org>",
  subject: "Subject",
  text: "Text",
  html: "<p>Text</p>",
};
let server: ProviderServer;
const open = (timeoutMs = 10_000) => sendgridMailer({ apiKey, baseUrl: server.baseUrl, timeoutMs });
afterEach(() => server.stop());

describe("the SendGrid mailer", () => {
  test("returns SendGrid's own id of the message", async () => {
    server = await startSendgridServer(apiKey);
    expect(await open().send(email)).toEqual({ providerMessageId: "14c5d75ce93.dfd.64b469" });
  });

  test("sends sender, both texts and our id, and forbids the rewriting of links", async () => {
    server = await startSendgridServer(apiKey);
    await open().send(email);
    expect(JSON.parse(server.requests[0]!.body.toString("utf8"))).toMatchObject({
      from: { email: "signatures@example.org", name: "Paraph" },
      content: [
        { type: "text/plain", value: "Text" },
        { type: "text/html", value: "<p>Text</p>" },
      ],
      custom_args: { message_id: "message-1" },
      tracking_settings: {
        click_tracking: { enable: false, enable_text: false },
        open_tracking: { enable: false },
      },
    });
  });

  test("sends a quoted name without its quotation marks, where answers go, and attachments", async () => {
    server = await startSendgridServer(apiKey);
    await open().send({
      ...email,
      from: '"Acme, Inc." <signatures@example.org>',
      replyTo: "office@acme.example",
      attachments: [{ name: "a.pdf", contentType: "application/pdf", content: Buffer.from("whole") }],
    });
    expect(JSON.parse(server.requests[0]!.body.toString("utf8"))).toMatchObject({
      from: { email: "signatures@example.org", name: "Acme, Inc." },
      reply_to: { email: "office@acme.example" },
      attachments: [
        { filename: "a.pdf", type: "application/pdf", disposition: "attachment", content: "d2hvbGU=" },
      ],
    });
  });

  test("says unauthorized when the sender is not one of the account's", async () => {
    server = await startSendgridServer(apiKey);
    const stranger = { ...email, from: "s@stranger.example" };
    await expect(open().send(stranger)).rejects.toMatchObject({ code: "unauthorized" });
  });

  test("says unavailable when SendGrid is down, and asks once", async () => {
    server = await startSendgridServer(apiKey);
    const down = { ...email, to: "ada@down.example" };
    await expect(open().send(down)).rejects.toMatchObject({ code: "unavailable" });
    expect(server.requests).toHaveLength(1);
  });

  test("gives up on silence, on an endless answer and on a redirection, which it does not follow", async () => {
    server = await startProvider(() => {});
    await expect(open(200).send(email)).rejects.toMatchObject({ code: "unavailable" });
    await server.stop();
    server = await startProvider((_, response) => response.writeHead(202).end("a".repeat(100_000)));
    await expect(open().send(email)).rejects.toMatchObject({ code: "unavailable" });
    await server.stop();
    server = await startProvider((_, response) => response.writeHead(307, { location: "/elsewhere" }).end());
    await expect(open().send(email)).rejects.toMatchObject({ code: "unavailable" });
    expect(server.requests).toHaveLength(1);
  });

  test("is not made with a key that SendGrid never gave out", async () => {
    server = await startSendgridServer(apiKey);
    expect(() => sendgridMailer({ apiKey: "secret" })).toThrow("begins with SG.");
    expect(() => sendgridMailer({ apiKey: "secret" })).not.toThrow("secret");
  });
});
