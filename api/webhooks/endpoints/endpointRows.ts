import type { Mode } from "../../apiKeys/caller.js";
import type { Transaction } from "../../database/transaction.js";
import type { Endpoint, LaneHealth } from "./endpoint.js";

const columns = `e.id, e.mode, e.url, e.description, e.events, e.state, e.disabled_reason AS "disabledReason",
  e.disabled_at AS "disabledAt", e.headers, e.contact_email AS "contactEmail",
  e.contact_language AS "contactLanguage", e.created_at AS "createdAt", e.updated_at AS "updatedAt"`;

const health = `l.failing_since AS "failingSince", l.open_until AS "openUntil"`;

const withLane = `webhook_endpoints e
  LEFT JOIN webhook_lanes l ON l.tenant_id = :tenant AND l.lane = e.id`;

/** An endpoint and how it goes with it. */
export type EndpointRow = Endpoint & LaneHealth;

/** Finds an endpoint of a mode that is not deleted. */
export async function findEndpoint(
  transaction: Transaction,
  mode: Mode,
  id: string,
): Promise<EndpointRow | null> {
  return transaction.one<EndpointRow>(
    `SELECT ${columns}, ${health} FROM ${withLane}
     WHERE e.tenant_id = :tenant AND e.id = :id AND e.mode = :mode AND e.deleted_at IS NULL`,
    { mode, id },
  );
}

/**
 * Finds an endpoint that is not deleted, and lets nobody else change it until the transaction ends. Its lane is locked
 * first and then the endpoint, as whoever notes what came of attempts does: so neither waits for the other in a circle.
 */
export async function lockEndpoint(
  transaction: Transaction,
  mode: Mode,
  id: string,
): Promise<EndpointRow | null> {
  const [, , endpoint] = await Promise.all([
    transaction.query("SELECT FROM webhook_lanes WHERE tenant_id = :tenant AND lane = :id FOR UPDATE", {
      id,
    }),
    transaction.query("SELECT FROM webhook_endpoints WHERE tenant_id = :tenant AND id = :id FOR UPDATE", {
      id,
    }),
    findEndpoint(transaction, mode, id),
  ]);
  return endpoint;
}

/** A page of the endpoints of a mode, newest first. @param before UUID of the one after which it begins */
export async function listEndpointRows(
  transaction: Transaction,
  mode: Mode,
  before: string | null,
  limit: number,
): Promise<EndpointRow[]> {
  return transaction.query<EndpointRow>(
    `SELECT ${columns}, ${health} FROM ${withLane}
     WHERE e.tenant_id = :tenant AND e.mode = :mode AND e.deleted_at IS NULL
       AND (:before::uuid IS NULL OR e.id < :before)
     ORDER BY e.id DESC LIMIT :limit`,
    { mode, before, limit },
  );
}

/** Endpoints of a mode are made one after the other: there is a limit to their number. */
export async function lockEndpoints(transaction: Transaction, mode: Mode): Promise<void> {
  await transaction.query("SELECT pg_advisory_xact_lock(hashtextextended(:tenant::text || :mode, 19))", {
    mode,
  });
}

/** How many endpoints of a mode there are. */
export async function countEndpoints(transaction: Transaction, mode: Mode): Promise<number> {
  const row = await transaction.one<{ count: number }>(
    `SELECT count(*)::integer AS count FROM webhook_endpoints
     WHERE tenant_id = :tenant AND mode = :mode AND deleted_at IS NULL`,
    { mode },
  );
  return row?.count ?? 0;
}

/** Writes a new endpoint and its lane. */
export async function insertEndpoint(transaction: Transaction, endpoint: Endpoint): Promise<void> {
  await Promise.all([
    holdLane(transaction, endpoint.id, endpoint.state !== "enabled"),
    transaction.query(
      `INSERT INTO webhook_endpoints (tenant_id, id, mode, url, description, events, state, headers, contact_email,
         contact_language, created_at, updated_at)
       VALUES (:tenant, :id, :mode, :url, :description, :events::text[], :state, :headers, :contactEmail,
         :contactLanguage, :createdAt, :updatedAt)`,
      { ...endpoint },
    ),
  ]);
}

/** Writes all that can change of an endpoint; the caller holds `lockEndpoint`. */
export async function updateEndpoint(transaction: Transaction, endpoint: Endpoint): Promise<void> {
  await transaction.query(
    `UPDATE webhook_endpoints SET url = :url, description = :description, events = :events::text[], state = :state,
       disabled_reason = :disabledReason, disabled_at = :disabledAt, headers = :headers,
       contact_email = :contactEmail, contact_language = :contactLanguage, updated_at = :updatedAt
     WHERE tenant_id = :tenant AND id = :id`,
    { ...endpoint },
  );
}

/** Whether anything goes to an endpoint; the caller holds `lockEndpoint`, or has just changed its state. */
export async function holdLane(transaction: Transaction, id: string, held: boolean): Promise<void> {
  await transaction.query(
    `INSERT INTO webhook_lanes (tenant_id, lane, held) VALUES (:tenant, :id, :held)
     ON CONFLICT (tenant_id, lane) DO UPDATE SET held = :held`,
    { id, held },
  );
}

/** What was against a lane counts no more: its failures are forgotten, and its circuit is closed. */
export async function healLane(transaction: Transaction, id: string): Promise<void> {
  await transaction.query(
    `UPDATE webhook_lanes SET failing_since = NULL, failures = 0, warned_at = NULL, open_until = NULL, openings = 0
     WHERE tenant_id = :tenant AND lane = :id`,
    { id },
  );
}
