import { inspect } from "node:util";
import { sendgridMailer } from "../../../api/adapters/mailer/sendgrid.js";
import { smtpMailer } from "../../../api/adapters/mailer/smtp.js";
import type { Email, Mailer } from "../../../api/ports/mailer.js";
import { freePort } from "../../support/freePort.js";
import { startSendgridServer } from "../../support/sendgridServer.js";
import { startSmtpServer } from "../../support/smtpServer.js";

const password = "a-password-that-nobody-may-see";
const email: Email = {
  id: "0198c5a2-6e5b-7aa0-8000-000000000001",
  to: "ada@example.com",
  from: "Paraph <signatures@example.org>",
  subject: "À signer : contrat n° 7",
  text: "Bonjour Ada,\nsignez.",
  html: "<p>Bonjour Ada,</p>",
};

/** What a mailer hands over, in one form for all. */
interface Carried {
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

interface OpenMailer {
  mailer(secret: string): Mailer;
  /** A mailer whose provider does not listen. */
  unreachable(): Promise<Mailer>;
  carried(): Carried[];
  close(): Promise<void>;
}

async function overSmtp(): Promise<OpenMailer> {
  const server = await startSmtpServer({ credentials: { user: "paraph", pass: password } });
  const mailers: { close(): void }[] = [];
  const at = (port: number, secret: string) => {
    const mailer = smtpMailer({ url: `smtp://paraph:${secret}@127.0.0.1:${port}` });
    mailers.push(mailer);
    return mailer;
  };
  return {
    mailer: (secret) => at(server.port, secret),
    unreachable: async () => at(await freePort(), password),
    carried: () =>
      server.received.map(({ to, raw }) => {
        const subject = /^Subject: (.*(?:\r\n\s.*)*)/m.exec(raw)![1]!;
        const encodedText = /text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)![1]!;
        return { to, subject: decodeSubject(subject), text: encodedText.replaceAll("\r\n", "\n").trim() };
      }),
    async close() {
      for (const mailer of mailers) mailer.close();
      await server.stop();
    },
  };
}

/** RFC 2047: each encoded word, base64 or quoted, and nothing between two of them. */
function decodeSubject(subject: string): string {
  return subject.replace(/\s*=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, form: string, text: string) =>
    form.toUpperCase() === "B"
      ? Buffer.from(text, "base64").toString("utf8")
      : decodeURIComponent(text.replaceAll("_", " ").replaceAll("=", "%")),
  );
}

async function overSendgrid(): Promise<OpenMailer> {
  const server = await startSendgridServer(`SG.${password}`);
  const at = (baseUrl: string, secret: string) => sendgridMailer({ apiKey: `SG.${secret}`, baseUrl });
  return {
    mailer: (secret) => at(server.baseUrl, secret),
    unreachable: async () => at(`http://127.0.0.1:${await freePort()}`, password),
    carried: () =>
      server.requests.map(({ body }) => {
        const { personalizations, subject, content } = JSON.parse(body.toString("utf8"));
        const to = personalizations[0].to.map((one: { email: string }) => one.email);
        return { to, subject, text: content[0].value };
      }),
    close: () => server.stop(),
  };
}

describe.each([
  { name: "SMTP", open: overSmtp },
  { name: "SendGrid", open: overSendgrid },
])("a mailer: $name", ({ open }) => {
  let opened: OpenMailer;
  let mailer: Mailer;
  beforeEach(async () => {
    opened = await open();
    mailer = opened.mailer(password);
  });
  afterEach(() => opened.close());

  test("hands over recipient, subject and text unchanged, accents and line breaks too", async () => {
    await mailer.send(email);
    expect(opened.carried()).toEqual([{ to: [email.to], subject: email.subject, text: email.text }]);
  });

  test("says rejected when the provider refuses the recipient for good", async () => {
    await expect(mailer.send({ ...email, to: "ada@rejected.example" })).rejects.toMatchObject({
      code: "rejected",
    });
  });

  test("says unavailable when the provider asks to come again later, and works again afterwards", async () => {
    await expect(mailer.send({ ...email, to: "ada@later.example" })).rejects.toMatchObject({
      code: "unavailable",
    });
    await mailer.send(email);
    expect(opened.carried().at(-1)?.to).toEqual([email.to]);
  });

  test("says unauthorized when the provider refuses the credentials", async () => {
    await expect(opened.mailer("wrong").send(email)).rejects.toMatchObject({ code: "unauthorized" });
  });

  test("says unavailable when nothing listens", async () => {
    await expect((await opened.unreachable()).send(email)).rejects.toMatchObject({ code: "unavailable" });
  });

  test("hands over nothing when something else than one bare address stands in its place", async () => {
    for (const to of [
      "ada@example.com, eve@example.com",
      "ada@example.com;eve@example.com",
      "ada@example.com\r\nBcc: eve@example.com",
      "ada@example.com> RCPT TO:<eve@example.com",
      "Ada <ada@example.com>",
      "all: ada@example.com, eve@example.com;",
      '"ada@example.com"@example.com',
      "",
    ]) {
      await expect(mailer.send({ ...email, to })).rejects.toMatchObject({ code: "rejected" });
    }
    expect(opened.carried()).toEqual([]);
  });

  test("lets no line into the header through subject or sender", async () => {
    const crafted = {
      ...email,
      subject: "Hello\r\nBcc: eve@example.com",
      from: "Eve\r\nX-Eve: 1 <s@example.org>",
    };
    await mailer.send(crafted).catch((error: unknown) => {
      expect(error).toMatchObject({ name: "DeliveryError" });
    });
    for (const { to } of opened.carried()) expect(to).toEqual([email.to]);
  });

  test("tells in no error the password, the recipient or the text", async () => {
    const failing: [Mailer, string][] = [
      [mailer, "ada@rejected.example"],
      [mailer, "ada@later.example"],
      [opened.mailer(`${password}-but-wrong`), email.to],
      [await opened.unreachable(), email.to],
    ];
    for (const [one, to] of failing) {
      const error = await one.send({ ...email, to }).then(
        () => "sent",
        (reason: unknown) => reason,
      );
      const shown = inspect(error, { depth: 20, showHidden: true });
      expect(shown).toContain("DeliveryError");
      for (const secret of [password, "ada@", "signez"]) expect(shown).not.toContain(secret);
    }
  });
});
