import type { Caller } from "../../apiKeys/caller.js";
import { notFound } from "../../failure/failure.js";
import type { Platform } from "../../platform.js";
import { type EndpointRow, findEndpoint, listEndpointRows } from "./endpointRows.js";

/** The endpoints of the caller's mode, newest first. @param before UUID of the one after which the page begins */
export async function listEndpoints(
  platform: Pick<Platform, "database">,
  caller: Caller,
  { before, limit }: { readonly before: string | null; readonly limit: number },
): Promise<EndpointRow[]> {
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    listEndpointRows(transaction, caller.mode, before, limit),
  );
}

/** One endpoint. @param id UUID @throws Failure `not_found` */
export async function getEndpoint(
  platform: Pick<Platform, "database">,
  caller: Caller,
  id: string,
): Promise<EndpointRow> {
  const endpoint = await platform.database.withTenant(caller.tenantId, (transaction) =>
    findEndpoint(transaction, caller.mode, id),
  );
  if (!endpoint) throw notFound("webhook endpoint");
  return endpoint;
}
