import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type SmtpOptions, smtpMailer } from "../../../api/adapters/mailer/smtp.js";
import { parseSmtpUrl } from "../../../api/adapters/mailer/smtpUrl.js";
import { loopbackCertificate, opensslMissing } from "../../support/openssl.js";
import { type MailServer, startSmtpServer } from "../../support/smtpServer.js";

const email = {
  id: "message-1",
  to: "ada@example.com",
  from: "Paraph <signatures@example.org>",
  subject: "Subject",
  text: "Text",
  html: "<p>Text</p>",
};
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serve(options?: Parameters<typeof startSmtpServer>[0]): Promise<MailServer> {
  const server = await startSmtpServer(options);
  closing.push(() => server.stop());
  return server;
}

/** A server of bare sockets, for what a real one would not do. @returns its port */
async function serveSockets(onConnection: (socket: Socket) => void): Promise<number> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on("error", () => {}));
    onConnection(socket);
  });
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port;
}

function open(url: string, options: Partial<SmtpOptions> = {}) {
  const mailer = smtpMailer({ url, ...options });
  closing.push(() => mailer.close());
  return mailer;
}

describe("the SMTP mailer", () => {
  test("gives a message the same Message-ID each time, marks it as automatic and sends both texts", async () => {
    const server = await serve();
    const mailer = open(`smtp://127.0.0.1:${server.port}`);
    await mailer.send(email);
    await mailer.send(email);
    for (const { from, to, raw } of server.received) {
      expect({ from, to }).toEqual({ from: "signatures@example.org", to: ["ada@example.com"] });
      expect(raw).toContain("Message-ID: <message-1@example.org>\r\n");
      expect(raw).toContain("Auto-Submitted: auto-generated\r\n");
      expect(raw).toMatch(/text\/plain[\s\S]*Text[\s\S]*text\/html[\s\S]*<p>Text<\/p>/);
    }
    expect(server.received).toHaveLength(2);
  });

  test("says where answers go, and sends attachments whole under their names", async () => {
    const server = await serve();
    const content = Buffer.from("%PDF-1.7 a whole document");
    await open(`smtp://127.0.0.1:${server.port}`).send({
      ...email,
      replyTo: "office@acme.example",
      attachments: [{ name: "Vertrag – 1.pdf", contentType: "application/pdf", content }],
    });
    const { raw } = server.received[0]!;
    expect(raw).toContain("Reply-To: office@acme.example\r\n");
    expect(raw).toContain("Content-Type: application/pdf");
    expect(raw).toContain("filename*0*=utf-8''Vertrag%20%E2%80%93%201.pdf");
    expect(raw).toContain(content.toString("base64"));
  });

  test("lets no second address in through where answers go", async () => {
    const server = await serve();
    const mailer = open(`smtp://127.0.0.1:${server.port}`);
    const replyTo = "a@acme.example, eve@example.org";
    await expect(mailer.send({ ...email, replyTo })).rejects.toMatchObject({ code: "rejected" });
    expect(server.received).toEqual([]);
  });

  test("lets no line into the header through subject or sender", async () => {
    const server = await serve();
    const from = "Eve\r\nX-Eve: 1 <s@example.org>";
    await open(`smtp://127.0.0.1:${server.port}`).send({
      ...email,
      from,
      subject: "Hi\r\nX-Eve: 1\r\n\r\nbody",
    });
    const [mail] = server.received;
    expect(mail!.raw).not.toMatch(/^(X-Eve|body)/im);
    expect(mail!.to).toEqual([email.to]);
  });

  test("keeps its connection for the next message", async () => {
    const server = await serve();
    const mailer = open(`smtp://127.0.0.1:${server.port}`);
    for (let number = 0; number < 3; number += 1) await mailer.send(email);
    expect(server.connections()).toBe(1);
  });

  test("sends nothing, and no password, where TLS is required and the server offers none", async () => {
    const server = await serve({ credentials: { user: "u", pass: "p" } });
    const mailer = open(`smtp://u:p@127.0.0.1:${server.port}?tls=required`);
    await expect(mailer.send(email)).rejects.toMatchObject({ code: "unavailable" });
    expect(server.received).toHaveLength(0);
  });

  test("gives up on a server that says nothing, before the greeting and after it", async () => {
    for (const greeting of ["", "220 hello\r\n"]) {
      const port = await serveSockets((socket) => socket.write(greeting));
      const mailer = open(`smtp://127.0.0.1:${port}`, { connectionTimeoutMs: 200, silenceTimeoutMs: 200 });
      await expect(mailer.send(email)).rejects.toMatchObject({ code: "unavailable" });
    }
  });

  test("hands a message over no second time when its connection breaks before the answer", async () => {
    let bodies = 0;
    const port = await serveSockets((socket) => {
      socket.write("220 hello\r\n");
      let body: string | undefined;
      socket.on("data", (data) => {
        if (body === undefined) {
          const starts = data.toString().startsWith("DATA");
          if (starts) body = "";
          socket.write(starts ? "354 go on\r\n" : "250 ok\r\n");
          return;
        }
        body += data.toString();
        if (!body.endsWith("\r\n.\r\n")) return;
        bodies += 1;
        socket.destroy();
      });
    });
    const mailer = open(`smtp://127.0.0.1:${port}`);
    await expect(mailer.send(email)).rejects.toMatchObject({ code: "unavailable" });
    expect(bodies).toBe(1);
  });
});

describe("the SMTP mailer over TLS", () => {
  if (opensslMissing !== undefined) {
    test.skip(`SKIPPED, ${opensslMissing}`, () => {});
    return;
  }
  const credentials = { user: "u@example.org", pass: "p:/?#@%" };
  const userinfo = `${encodeURIComponent(credentials.user)}:${encodeURIComponent(credentials.pass)}`;
  let tls: { key: string; cert: string };
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "paraph-smtp-"));
    tls = await loopbackCertificate(directory);
  });
  afterAll(() => rm(directory, { recursive: true }));

  test.each([
    { scheme: "smtp", query: "?tls=required", implicitTls: false },
    { scheme: "smtps", query: "", implicitTls: true },
  ])(
    "authenticates and sends over TLS by $scheme: to a server whose certificate it can check",
    async (form) => {
      const { scheme, query, implicitTls } = form;
      const server = await serve({ credentials, tls, implicitTls });
      const url = `${scheme}://${userinfo}@127.0.0.1:${server.port}${query}`;
      await open(url, { trustAnchors: tls.cert }).send(email);
      expect(server.received).toMatchObject([{ secure: true }]);
      await expect(open(url).send(email)).rejects.toMatchObject({ code: "unavailable" });
      expect(server.received).toHaveLength(1);
    },
  );
});

describe("an SMTP URL", () => {
  test("says host, port, TLS and credentials", () => {
    const url = "smtp://user%40x:p%3Aw%2F@mail.example.com:2525";
    expect(parseSmtpUrl(url)).toEqual({
      host: "mail.example.com",
      port: 2525,
      implicitTls: false,
      requireTls: true,
      credentials: { user: "user@x", pass: "p:w/" },
    });
    expect(parseSmtpUrl("smtps://mail.example.com")).toMatchObject({ port: 465, implicitTls: true });
    expect(parseSmtpUrl("smtp://mail.example.com")).toMatchObject({ port: 587, credentials: null });
    expect(parseSmtpUrl("smtp://[::1]:25")).toMatchObject({ host: "::1", port: 25 });
  });

  test("requires TLS of every host but loopback, unless it says otherwise", () => {
    const required = (url: string) => parseSmtpUrl(url).requireTls;
    expect(
      ["mail", "127.example.com", "10.0.0.1", "localhost.example.com"].map((h) => required(`smtp://${h}`)),
    ).toEqual([true, true, true, true]);
    expect(["localhost", "127.0.0.1", "[::1]"].map((h) => required(`smtp://${h}`))).toEqual([
      false,
      false,
      false,
    ]);
    expect(required("smtp://mail?tls=none")).toBe(false);
    expect(required("smtp://localhost?tls=required")).toBe(true);
    expect(required("smtps://localhost")).toBe(true);
  });

  test("is refused with a reason that repeats none of it", () => {
    for (const url of [
      "secret",
      "http://u:secret@mail",
      "smtp:///secret",
      "smtp://u:secret@mail/path",
      "smtp://u:secret@mail?tls=secret",
      "smtp://u:secret@mail?secret=1",
      "smtps://u:secret@mail?tls=none",
      "smtp://secret@mail",
      "smtp://u:secret%ff@mail",
    ]) {
      expect(() => smtpMailer({ url })).toThrow("The SMTP URL");
      expect(() => smtpMailer({ url })).not.toThrow("secret");
    }
  });
});
