import type { BoundStatement } from "../../database/database.js";
import type { Transaction } from "../../database/transaction.js";
import type { Outcome } from "./delivery.js";

/** By what a delivery is known within a tenant. */
export function keyOf(destination: string, notificationId: string): string {
  return `${destination}/${notificationId}`;
}

/**
 * Notes what came of attempts, each with its delivery, where the delivery is still the one that was claimed: not where
 * the lease ran out and somebody else took it over, nor where it was cancelled or purged meanwhile. The try that counts
 * is the row's: a replay asked for while a request was under way begins the schedule anew.
 * @returns the keys of those that were noted
 */
export async function writeOutcomes(
  transaction: Transaction,
  outcomes: readonly Outcome[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const bindings = { rows: rowsOf(outcomes), now };
  const noted = await transaction.query<{ destination: string; notification: string }>(noting, bindings);
  return new Set(noted.map(({ destination, notification }) => keyOf(destination, notification)));
}

/**
 * The same where all of them were delivered: their lanes are well then, and there is nothing more to decide, so that it
 * is one statement and one round trip.
 * @param lanes of those that their lanes learn of
 */
export function successStatement(
  outcomes: readonly Outcome[],
  lanes: readonly string[],
  now: Date,
): BoundStatement {
  return { sql: notingSuccess, bindings: { rows: rowsOf(outcomes), lanes, now } };
}

/** In the order in which whoever locks several deliveries does so. */
function rowsOf(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map(rowOf);
  rows.sort((a, b) => (a.destination + a.notification < b.destination + b.notification ? -1 : 1));
  return JSON.stringify(rows);
}

function rowOf({ delivery, verdict, attempt, pauses, notWithinMs }: Outcome) {
  const { destination, notification, number, leaseUntil } = delivery;
  const key = { destination, notification: notification.id, number, lease: leaseUntil, verdict };
  if (attempt === null) return key;
  const { startedAt, timing, request, response, errorClass, error } = attempt;
  return {
    ...key,
    error: errorClass,
    sentence: error?.slice(0, 500),
    started_at: startedAt,
    timing,
    request,
    ...(errorClass !== null && { pauses, not_within: notWithinMs }),
    ...(response && { status: response.status }),
    ...(response?.content && {
      response_headers: response.content.headers,
      response_body: base64(response.content.body),
      response_truncated: response.content.truncated,
    }),
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}

/**
 * Each delivery is to be found by its key, one after the other. That only some verdicts are possible is said to have
 * PostgreSQL expect few rows, where it takes any function for a hundred; and what is not pending is told from the rest in
 * words that do not name `pending`, lest it reads the index of all that is: of that a tenant can have a hundred thousand.
 */
const noted = `
  outcome AS MATERIALIZED (
    SELECT destination, notification, number, lease, verdict, error, sentence, started_at, timing, request,
      pauses, not_within, status, response_headers, response_body, response_truncated
    FROM json_to_recordset(:rows::json) AS o (destination uuid, notification uuid, number integer, lease timestamptz,
      verdict text, error text, sentence text, started_at timestamptz, timing jsonb, request jsonb, pauses integer[],
      not_within integer, status integer, response_headers jsonb, response_body text, response_truncated boolean)
    WHERE verdict IN ('delivered', 'failed', 'cancelled', 'released')
  ), concluded AS (
    UPDATE webhook_deliveries d SET
      state = CASE WHEN o.verdict = 'released' OR o.pauses[d.tries] IS NOT NULL THEN 'pending' ELSE o.verdict END,
      due_at = coalesce(:now::timestamptz + greatest(o.pauses[d.tries], o.not_within) * interval '1 millisecond', :now),
      concluded_at = CASE WHEN o.verdict = 'released' OR o.pauses[d.tries] IS NOT NULL THEN NULL
        ELSE :now::timestamptz END,
      attempts = CASE WHEN o.verdict = 'released' THEN d.attempts - 1 ELSE d.attempts END,
      tries = CASE WHEN o.verdict = 'released' THEN greatest(d.tries - 1, 0) ELSE d.tries END,
      last_status = CASE WHEN o.verdict = 'released' THEN d.last_status ELSE o.status END,
      last_error = CASE WHEN o.verdict = 'released' THEN d.last_error ELSE o.error END
    FROM outcome o
    WHERE d.tenant_id = :tenant AND d.destination = o.destination AND d.notification_id = o.notification
      AND d.attempts = o.number AND d.due_at = o.lease AND d.state NOT IN ('delivered', 'failed', 'cancelled')
    RETURNING o.destination, o.notification, o.number, o.started_at, o.timing, o.request, o.error, o.sentence, o.status,
      o.response_headers, o.response_body, o.response_truncated
  ), recorded AS (
    INSERT INTO webhook_attempts (tenant_id, destination, notification_id, number, started_at, timing, request, status,
      response_headers, response_body, response_truncated, error_class, error)
    SELECT :tenant, destination, notification, number, started_at, timing, request, status, response_headers,
      decode(response_body, 'base64'), response_truncated, error, sentence
    FROM concluded WHERE started_at IS NOT NULL
  )`;

const noting = `WITH ${noted} SELECT destination, notification FROM concluded`;

const notingSuccess = `
  WITH ${noted}, troubled AS (
    SELECT lane FROM webhook_lanes
    WHERE tenant_id = :tenant AND lane = ANY (:lanes::uuid[]) AND failing_since IS NOT NULL
      AND EXISTS (SELECT FROM concluded)
    ORDER BY lane FOR UPDATE
  )
  UPDATE webhook_lanes l
  SET failing_since = NULL, failures = 0, warned_at = NULL, open_until = NULL, openings = 0
  FROM troubled t WHERE l.tenant_id = :tenant AND l.lane = t.lane`;
