import { hash } from "node:crypto";
import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import type { Request } from "express";
import { bareAddress } from "../allowedAddresses/address.js";
import { type CertificateHeader, certificateInHeader } from "./certificateHeader.js";

/** What a request shows of a client certificate. */
export interface PresentedCertificate {
  /** SHA-256 of the certificate, DER; null: none came. */
  readonly fingerprint: Uint8Array | null;
  /** Whether the connection is one on which callers are asked for a certificate. */
  readonly asked: boolean;
}

const none: PresentedCertificate = { fingerprint: null, asked: false };
const ofSockets = new WeakMap<Socket, PresentedCertificate>();

/**
 * The client certificate that a request comes with. On a TLS connection of our own it is the handshake's, resumed or
 * not, and headers count for nothing; elsewhere it is the header's, if the socket's own peer is a trusted proxy.
 * `X-Forwarded-For`, which anybody can send, has no say in that.
 * @throws Failure `certificate_unknown` for a header that holds none
 */
export function presentedCertificate(
  request: Request,
  header: CertificateHeader | null,
): PresentedCertificate {
  const { socket } = request;
  if (socket instanceof TLSSocket) return ofHandshake(socket);
  if (header === null) return none;
  const value = request.headers[header.name];
  if (value === undefined) return none;
  const peer = bareAddress(socket.remoteAddress);
  if (peer === null || !header.trusts(peer)) return none;
  const der = certificateInHeader(header, String(value));
  return der === null ? none : { fingerprint: hash("sha256", der, "buffer"), asked: false };
}

/** It stays the same as long as the connection lasts, whose client cannot begin another handshake. */
function ofHandshake(socket: TLSSocket): PresentedCertificate {
  const known = ofSockets.get(socket);
  if (known) return known;
  const der = socket.getPeerX509Certificate()?.raw;
  const presented = { fingerprint: der ? hash("sha256", der, "buffer") : null, asked: true };
  ofSockets.set(socket, presented);
  return presented;
}
