import type { Caller } from "../apiKeys/caller.js";
import { notFound } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import { findCertificate, selectCertificates } from "./certificateRows.js";
import type { ClientCertificate } from "./clientCertificate.js";

/**
 * A page of the certificates of the caller's mode, newest first.
 * @param page.apiKeyId UUID of the key whose certificates are asked for; null: all keys'
 * @param page.before UUID of the certificate after which the page begins
 */
export async function listClientCertificates(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  page: { apiKeyId: string | null; before: string | null; limit: number },
): Promise<ClientCertificate[]> {
  return platform.database.withTenant(tenantId, (transaction) =>
    selectCertificates(transaction, { mode, ...page }),
  );
}

/** @throws Failure `not_found` */
export async function readClientCertificate(
  platform: Pick<Platform, "database">,
  caller: Caller,
  id: string,
): Promise<ClientCertificate> {
  const found = await platform.database.withTenant(caller.tenantId, (transaction) =>
    findCertificate(transaction, caller, id),
  );
  if (found === null) throw notFound("client certificate");
  return found;
}
