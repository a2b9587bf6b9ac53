import { X509Certificate } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { connect, createServer, type SecureContextOptions, type TLSSocket } from "node:tls";
import { loopbackCertificate } from "../../../support/openssl.js";
import { pem } from "../x509/opensslDirectory.js";

/** What a server that asks for certificates made of a caller's. */
export interface Seen {
  readonly authorized: boolean;
  readonly fingerprint: string;
}

/**
 * One TLS handshake on loopback.
 * @param client what the caller comes with
 * @param authority DER of the authority that the server lets callers in by
 */
export async function handshakeWith(client: SecureContextOptions, authority: Uint8Array): Promise<Seen> {
  const own = await loopbackCertificate(tmpdir());
  const server = createServer({ ...own, ca: pem(authority), requestCert: true, rejectUnauthorized: false });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const socket = connect({ ...client, port, host: "127.0.0.1", ca: own.cert, servername: "localhost" });
  try {
    const [accepted] = (await once(server, "secureConnection")) as [TLSSocket];
    const fingerprint = new X509Certificate(accepted.getPeerX509Certificate()!.raw).fingerprint256;
    return { authorized: accepted.authorized, fingerprint };
  } finally {
    socket.destroy();
    server.close();
  }
}
