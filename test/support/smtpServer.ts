import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** The message as RFC 5322 text. */
  readonly raw: string;
  /** Whether it came over TLS. */
  readonly secure: boolean;
}

export interface MailServer {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  /** Number of connections made so far. */
  connections(): number;
  stop(): Promise<void>;
}

/**
 * A real mail server on loopback. It refuses recipients at rejected.example for good (550) and those at
 * later.example for now (451).
 * @param options.credentials the only user, when one must authenticate
 * @param options.tls its key and certificate (PEM); absent, it offers no TLS
 * @param options.implicitTls TLS from the first byte
 */
export async function startSmtpServer(
  options: {
    credentials?: { user: string; pass: string };
    tls?: { key: string; cert: string };
    implicitTls?: boolean;
  } = {},
): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let connections = 0;
  const { credentials, tls, implicitTls = false } = options;
  const server = new SMTPServer({
    ...(tls ?? {}),
    secure: implicitTls,
    hideSTARTTLS: tls === undefined,
    authOptional: credentials === undefined,
    allowInsecureAuth: tls === undefined,
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect(_session, done) {
      connections += 1;
      done();
    },
    onAuth(auth, _session, done) {
      if (auth.username === credentials?.user && auth.password === credentials?.pass) {
        done(null, { user: auth.username });
      } else {
        done(Object.assign(new Error("Authentication credentials invalid"), { responseCode: 535 }));
      }
    },
    onRcptTo({ address }, _session, done) {
      const responseCode = address.endsWith("@rejected.example") ? 550 : 451;
      const refused = /@(rejected|later)\.example$/.test(address);
      done(refused ? Object.assign(new Error(`<${address}>: no`), { responseCode }) : null);
    },
    async onData(stream, session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      received.push({
        from: session.envelope.mailFrom === false ? "" : session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map(({ address }) => address),
        raw: Buffer.concat(chunks).toString("utf8"),
        secure: session.secure,
      });
      done();
    },
  });
  // A client that refuses our certificate ends its connection in a way that the server calls an error.
  server.on("error", () => {});
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    connections: () => connections,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
