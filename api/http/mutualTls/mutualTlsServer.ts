import { createServer, type Server } from "node:https";
import type { TLSSocket } from "node:tls";

/**
 * An HTTPS server that asks everybody for a client certificate and lets everybody finish the handshake, so that the
 * answer can say what is wrong with the one that came, or that none did. What is let in is for authentication to say: it
 * looks at the certificate's row with each request, so that neither a kept connection nor a resumed session outlives a
 * revocation. Until it has an identity (`MutualTlsIdentity`), no handshake succeeds.
 */
export function mutualTlsServer(): Server {
  const server = createServer({
    requestCert: true,
    rejectUnauthorized: false,
    minVersion: "TLSv1.2",
    // Threat: connections that are opened and say nothing.
    handshakeTimeout: 10_000,
  });
  // Threat: a client that shows another certificate in the middle of a connection (RFC 5746), or has us work for nothing.
  server.on("secureConnection", (socket: TLSSocket) => socket.disableRenegotiation());
  return server;
}
