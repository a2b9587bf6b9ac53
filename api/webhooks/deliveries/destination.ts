import type { Callback } from "../../callbacks/callback.js";
import { readCallbacks } from "../../callbacks/callbackRows.js";
import type { BoundStatement } from "../../database/database.js";
import type { Transaction } from "../../database/transaction.js";
import type { Platform } from "../../platform.js";
import { openHeaders } from "../endpoints/sealedHeaders.js";
import { openSecret } from "../signatures/openedSecrets.js";
import type { SigningSecret } from "../signatures/signingSecret.js";
import { secretRows } from "../signatures/signingSecrets.js";
import type { ClaimedDelivery } from "./delivery.js";
import { type Masks, masksOf } from "./masks.js";

/** Where deliveries go, and with what. */
export interface Destination {
  readonly url: string;
  /** Of the tenant's own, credentials among them; null: they could not be opened. */
  readonly headers: Readonly<Record<string, string>> | null;
  /** Newest first; none: they could not be opened. */
  readonly secrets: readonly SigningSecret[];
  /** What is not kept of requests and answers. */
  readonly masks: Masks;
  /** Null: it is an endpoint. */
  readonly callback: Callback | null;
}

type Needs = Pick<Platform, "secretBox" | "log">;

/** An endpoint with one of its secrets; with none where it has none. */
export interface EndpointRow {
  readonly url: string;
  readonly headers: Uint8Array | null;
  readonly secretId: string | null;
  readonly secret: Uint8Array | null;
}

/** Finds an endpoint that is not deleted, in whatever state, and what signs its requests now, the newest first. */
export function endpointStatement(endpointId: string, now: Date): BoundStatement {
  return { sql: endpointSql, bindings: { endpointId, now } };
}

const endpointSql = `
  SELECT e.url, e.headers, s.id AS "secretId", s.secret FROM webhook_endpoints e
  LEFT JOIN webhook_secrets s ON s.tenant_id = :tenant AND s.endpoint_id = e.id
    AND (s.expires_at IS NULL OR s.expires_at > :now)
  WHERE e.tenant_id = :tenant AND e.id = :endpointId AND e.deleted_at IS NULL
  ORDER BY s.expires_at DESC NULLS FIRST, s.created_at DESC`;

/** @param rows what `endpointStatement` found @returns null where it is deleted */
export function endpointDestination(
  platform: Needs,
  endpointId: string,
  rows: readonly EndpointRow[],
): Destination | null {
  const [endpoint] = rows;
  if (!endpoint) return null;
  const secrets = openedAll(platform, endpointId, () =>
    rows.flatMap(({ secretId, secret }) =>
      secretId === null || secret === null ? [] : [openSecret(platform, { id: secretId, secret })],
    ),
  );
  return { url: endpoint.url, secrets, callback: null, ...opened(platform, endpointId, endpoint) };
}

/** Reads an endpoint as a destination, in whatever state it is. @returns null where it is deleted */
export async function readEndpointDestination(
  platform: Needs,
  transaction: Transaction,
  endpointId: string,
  now: Date,
): Promise<Destination | null> {
  const { sql, bindings } = endpointStatement(endpointId, now);
  return endpointDestination(platform, endpointId, await transaction.query<EndpointRow>(sql, bindings));
}

/**
 * Reads where each of these deliveries of one lane of callbacks goes, as it is now.
 * @returns by the delivery's destination; none where the order has no callback any more
 */
export async function readCallbackDestinations(
  platform: Needs,
  transaction: Transaction,
  deliveries: readonly ClaimedDelivery[],
  now: Date,
): Promise<ReadonlyMap<string, Destination>> {
  const orders = [...new Set(deliveries.map(({ destination }) => destination))];
  // All that goes one lane is of one mode.
  const { mode } = deliveries[0]!.notification;
  const [callbacks, sealed] = await Promise.all([
    readCallbacks(transaction, orders),
    secretRows(transaction, { mode, endpointId: null }, now),
  ]);
  const secrets = openedAll(platform, null, () => sealed.map((row) => openSecret(platform, row)));
  return new Map(
    callbacks.map((callback) => [
      callback.orderId,
      { url: callback.url, secrets, callback, ...opened(platform, callback.orderId, callback) },
    ]),
  );
}

function opened(
  platform: Needs,
  destination: string,
  { headers: sealed }: { readonly headers: Uint8Array | null },
): Pick<Destination, "headers" | "masks"> {
  try {
    const headers = openHeaders(platform, destination, sealed);
    return { headers, masks: masksOf(headers) };
  } catch (error) {
    platform.log.error({ destination, error }, "the headers of a webhook's destination cannot be opened");
    return { headers: null, masks: masksOf({}) };
  }
}

/** None where one of them cannot be opened: what is signed by half would fail to verify somewhere. */
function openedAll(
  { log }: Needs,
  endpoint: string | null,
  open: () => readonly SigningSecret[],
): readonly SigningSecret[] {
  try {
    return open();
  } catch (error) {
    log.error({ endpoint, error }, "a webhook secret cannot be opened");
    return [];
  }
}
