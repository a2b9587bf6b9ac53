import { createHash } from "node:crypto";
import type { Mode } from "../apiKeys/caller.js";

/** A certificate with which a program of the tenant's opens TLS connections. It acts for an API key. */
export interface ClientCertificate {
  /** UUID. */
  readonly id: string;
  readonly mode: Mode;
  /** UUID of the key that it acts for, and ends with. */
  readonly apiKeyId: string;
  /** What the tenant calls it. */
  readonly name: string;
  /** DER. */
  readonly certificate: Uint8Array;
  readonly createdAt: Date;
  /** The certificate's own end. */
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** When its key was revoked, and it with it. */
  readonly keyRevokedAt: Date | null;
}

export type CertificateState = "active" | "expired" | "revoked";

/** What a certificate is good for at this moment. */
export function stateOf(
  { revokedAt, keyRevokedAt, expiresAt }: ClientCertificate,
  now: Date,
): CertificateState {
  if (revokedAt !== null || keyRevokedAt !== null) return "revoked";
  return expiresAt <= now ? "expired" : "active";
}

/** By what a certificate is found when somebody comes with it: SHA-256 of its DER, 32 bytes. */
export function fingerprintOf(certificate: Uint8Array): Buffer {
  return createHash("sha256").update(certificate).digest();
}
