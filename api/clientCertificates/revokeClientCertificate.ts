import type { Caller } from "../apiKeys/caller.js";
import { actorOf } from "../audit/append.js";
import { notFound } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { notify } from "../webhooks/outbox/notify.js";
import { findCertificate, markRevoked } from "./certificateRows.js";
import type { ClientCertificate } from "./clientCertificate.js";

/**
 * Revokes a certificate at once, for good; one that is revoked already stays as it is, and nobody is told again.
 * @throws Failure `not_found`
 */
export async function revokeClientCertificate(
  platform: Pick<Platform, "database" | "clock" | "random">,
  caller: Caller,
  id: string,
): Promise<ClientCertificate> {
  const { mode } = caller;
  return platform.database.withTenant(caller.tenantId, async (transaction) => {
    const marked = await markRevoked(transaction, { id, mode, now: platform.clock.now() });
    const certificate = await findCertificate(transaction, caller, id);
    if (certificate === null) throw notFound("client certificate");
    if (marked) {
      const data = {
        certificate: publicId("crt", id),
        key: publicId("key", certificate.apiKeyId),
        actor: actorOf(caller),
      };
      await notify(platform, transaction.last, { type: "key.certificate_revoked", mode, data });
    }
    return certificate;
  });
}
