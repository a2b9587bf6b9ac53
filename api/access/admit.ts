import { findKeyBySecret } from "../apiKeys/authenticate.js";
import type { Caller } from "../apiKeys/caller.js";
import { callerWith, type FoundKey } from "../apiKeys/foundKey.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import type { AccessRefusals } from "./accessRefusals.js";
import { defectOf, type FoundCertificate, findCertificate } from "./findCertificate.js";
import type { RefusalReason } from "./refusal.js";

/** What a request brings to be let in. */
export interface Credentials {
  /** An API key's secret, or null. */
  readonly secret: string | null;
  /** SHA-256 of the client certificate whose key the caller has proven to have, or null. */
  readonly fingerprint: Uint8Array | null;
  /** Whether the connection asks for a certificate. */
  readonly certificateAsked: boolean;
  /** Where the caller comes from, as addresses are compared; null: unknown. */
  readonly address: string | null;
}

/**
 * Finds out who calls, by an API key, by a client certificate that acts for one, or by both, which must agree; and from
 * where they may call. One statement each.
 * @throws Failure `api_key_missing`, `api_key_invalid`, `api_key_expired`, `certificate_missing`, `certificate_unknown`,
 *   `certificate_expired`, `certificate_not_yet_valid`, `certificate_revoked`, `address_not_allowed`
 */
export async function admit(
  platform: Pick<Platform, "database" | "clock">,
  refusals: AccessRefusals,
  { secret, fingerprint, certificateAsked, address }: Credentials,
): Promise<Caller> {
  if (fingerprint === null) {
    if (secret === null) throw missing(certificateAsked);
    const key = await findKeyBySecret(platform, secret, address);
    if (!key.addressAllowed) throw await refused(refusals, key, null, "address_not_allowed", notFromHere);
    return callerWith(key, null);
  }
  const [certificate, key] = await Promise.all([
    findCertificate(platform, fingerprint, address),
    secret === null ? null : findKeyBySecret(platform, secret, address),
  ]);
  if (certificate === null) throw await unknown(refusals, key, notOurs);
  // Threat: a proxy that lets a caller's own header through would lend one tenant's certificate to another's key.
  if (key !== null && !agree(key, certificate)) throw await unknown(refusals, key, notOfTheKey);
  const { certificateId } = certificate;
  const defect = defectOf(certificate, platform.clock.now());
  if (defect) throw await refused(refusals, certificate, certificateId, defect.reason, defect.message);
  if (!certificate.addressAllowed) {
    throw await refused(refusals, certificate, certificateId, "address_not_allowed", notFromHere);
  }
  return callerWith(certificate, certificateId);
}

const notFromHere =
  "Calls with this tenant's keys and certificates of this mode are not taken from this address (/v1/allowed-addresses).";

const notOurs = "The client certificate was not issued by this service, which issues them for API keys.";

const notOfTheKey =
  "The client certificate acts for another API key than the one that was sent; send one of them.";

function missing(certificateAsked: boolean): Failure {
  if (!certificateAsked) {
    return new Failure("api_key_missing", "Send your API key as `Authorization: Bearer …`.");
  }
  const message =
    "No client certificate came with the TLS connection, and no API key as `Authorization: Bearer …`.";
  return new Failure("certificate_missing", message);
}

function agree(key: FoundKey, certificate: FoundCertificate): boolean {
  return key.tenantId === certificate.tenantId && key.id === certificate.id;
}

/** Of the certificate alone nobody is told: it is nobody's, or another's. Of a good key that comes with it, its tenant is. */
async function unknown(refusals: AccessRefusals, key: FoundKey | null, message: string): Promise<Failure> {
  if (key === null) return new Failure("certificate_unknown", message);
  return refused(refusals, key, null, "certificate_unknown", message);
}

async function refused(
  refusals: AccessRefusals,
  { tenantId, mode, id }: FoundKey,
  certificateId: string | null,
  reason: RefusalReason,
  message: string,
): Promise<Failure> {
  await refusals.add({ tenantId, mode, apiKeyId: id, certificateId, reason });
  return new Failure(reason, message);
}
