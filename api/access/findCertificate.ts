import { type FoundKey, keyColumns } from "../apiKeys/foundKey.js";
import type { Platform } from "../platform.js";
import type { RefusalReason } from "./refusal.js";

/** A client certificate that we issued, with the key that it acts for. */
export interface FoundCertificate extends FoundKey {
  readonly certificateId: string;
  readonly certificateFrom: Date;
  readonly certificateUntil: Date;
  readonly certificateRevokedAt: Date | null;
}

/**
 * Finds a client certificate. That whoever comes with it has its key is for the handshake to prove (RFC 8446 4.4.3),
 * and that it was issued here is proven by its row: the SHA-256 of any other is another.
 * @param fingerprint SHA-256 of the certificate, DER
 * @param address where the caller comes from, as it is compared; null: unknown
 * @returns null for one that was not issued here
 */
export async function findCertificate(
  platform: Pick<Platform, "database">,
  fingerprint: Uint8Array,
  address: string | null,
): Promise<FoundCertificate | null> {
  const [certificate] = await platform.database.lookup<FoundCertificate>(
    `SELECT ${keyColumns}, certificate_id AS "certificateId", certificate_from AS "certificateFrom",
       certificate_until AS "certificateUntil", certificate_revoked_at AS "certificateRevokedAt"
     FROM find_client_certificate(:fingerprint, :address)`,
    { fingerprint: Buffer.from(fingerprint), address },
  );
  return certificate ?? null;
}

/** What keeps a certificate from being taken now, in one sentence, or null. It ends with the key that it acts for. */
export function defectOf(
  certificate: FoundCertificate,
  now: Date,
): { readonly reason: RefusalReason; readonly message: string } | null {
  const { certificateFrom, certificateUntil, certificateRevokedAt, expiresAt, revokedAt } = certificate;
  if (certificateRevokedAt !== null) {
    return { reason: "certificate_revoked", message: "The client certificate was revoked." };
  }
  if (revokedAt !== null) {
    const message =
      "The API key that the client certificate acts for was revoked, and the certificate with it.";
    return { reason: "certificate_revoked", message };
  }
  if (certificateFrom > now) {
    const message = `The client certificate is not valid before ${certificateFrom.toISOString()}.`;
    return { reason: "certificate_not_yet_valid", message };
  }
  if (certificateUntil <= now) {
    const message = `The client certificate expired at ${certificateUntil.toISOString()}.`;
    return { reason: "certificate_expired", message };
  }
  if (expiresAt !== null && expiresAt <= now) {
    const message = `The API key that the client certificate acts for expired at ${expiresAt.toISOString()}.`;
    return { reason: "certificate_expired", message };
  }
  return null;
}
