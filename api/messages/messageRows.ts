import type { Transaction } from "../database/transaction.js";
import type { Message, MessageState } from "./message.js";

/** What is written of a message when it is asked for. */
export type NewMessage = Pick<Message, "id" | "signerId" | "kind" | "channel">;

/** Writes messages that are due at once. */
export async function insertMessages(
  transaction: Transaction,
  orderId: string,
  messages: readonly NewMessage[],
  createdAt: Date,
): Promise<void> {
  const rows = messages.map(({ id, signerId, kind, channel }) => ({
    id,
    signer_id: signerId,
    kind,
    channel,
  }));
  await transaction.query(
    `INSERT INTO messages (tenant_id, id, order_id, signer_id, kind, channel, state, created_at, lease_until)
     SELECT :tenant, id, :orderId, signer_id, kind, channel, 'pending', :createdAt, :createdAt
     FROM jsonb_to_recordset(:rows::jsonb) AS m (id uuid, signer_id uuid, kind text, channel text)`,
    { orderId, rows: JSON.stringify(rows), createdAt },
  );
}

/**
 * Takes up an order's messages that are due, so that nobody else does until `leaseUntil`.
 * @param atMost how many
 */
export async function claimMessages(
  transaction: Transaction,
  orderId: string,
  atMost: number,
  now: Date,
  leaseUntil: Date,
): Promise<Message[]> {
  return transaction.query<Message>(
    `UPDATE messages SET lease_until = :leaseUntil, attempts = attempts + 1
     WHERE tenant_id = :tenant AND id IN (
       SELECT id FROM messages
       WHERE tenant_id = :tenant AND order_id = :orderId AND state = 'pending' AND lease_until <= :now
       ORDER BY id LIMIT :atMost FOR UPDATE SKIP LOCKED)
     RETURNING id, order_id AS "orderId", signer_id AS "signerId", kind, channel, created_at AS "createdAt",
       attempts`,
    { orderId, atMost, now, leaseUntil },
  );
}

/** What became of a message at one try. */
export interface Outcome {
  readonly message: Message;
  /** `pending`: it will be tried again at `retryAt`. */
  readonly state: MessageState;
  readonly retryAt?: Date;
  readonly providerMessageId?: string | null;
  /** Without names or addresses. */
  readonly error?: string;
}

/**
 * Records what became of messages, unless somebody else has taken them up since.
 * @returns ids of those that were recorded
 */
export async function concludeMessages(
  transaction: Transaction,
  outcomes: readonly Outcome[],
  now: Date,
): Promise<Set<string>> {
  const rows = outcomes.map(({ message, state, retryAt, providerMessageId, error }) => ({
    id: message.id,
    attempts: message.attempts,
    state,
    retry_at: retryAt?.toISOString() ?? null,
    provider_message_id: providerMessageId?.slice(0, 200) ?? null,
    last_error: error ?? null,
  }));
  const recorded = await transaction.query<{ id: string }>(
    `UPDATE messages m SET state = o.state, lease_until = coalesce(o.retry_at, m.lease_until),
       last_error = o.last_error, provider_message_id = o.provider_message_id,
       sent_at = CASE WHEN o.state = 'sent' THEN :now::timestamptz END
     FROM jsonb_to_recordset(:rows::jsonb) AS o (id uuid, attempts integer, state text, retry_at timestamptz,
       provider_message_id text, last_error text)
     WHERE m.tenant_id = :tenant AND m.id = ANY(:ids::uuid[]) AND m.id = o.id AND m.state = 'pending'
       AND m.attempts = o.attempts
     RETURNING m.id`,
    { ids: rows.map((row) => row.id), rows: JSON.stringify(rows), now },
  );
  return new Set(recorded.map(({ id }) => id));
}

/** A message as it is read back. */
export interface MessageRow extends Message {
  readonly state: MessageState;
  readonly sentAt: Date | null;
  readonly lastError: string | null;
  readonly providerMessageId: string | null;
  readonly delivery: string | null;
}

const rowColumns = `id, order_id AS "orderId", signer_id AS "signerId", kind, channel, state, created_at AS "createdAt",
  attempts, sent_at AS "sentAt", last_error AS "lastError", provider_message_id AS "providerMessageId", delivery`;

/** The newest message of a kind to a signer; a look through one order's messages, which are bounded. */
export async function readNewestMessage(
  transaction: Transaction,
  orderId: string,
  signerId: string,
  kind: Message["kind"],
): Promise<MessageRow | null> {
  return transaction.one<MessageRow>(
    `SELECT ${rowColumns} FROM messages
     WHERE tenant_id = :tenant AND order_id = :orderId AND signer_id = :signerId AND kind = :kind
     ORDER BY id DESC LIMIT 1`,
    { orderId, signerId, kind },
  );
}

/** An order's messages, oldest first. @param after UUID of the last one already read */
export async function listMessageRows(
  transaction: Transaction,
  orderId: string,
  after: string | null,
  limit: number,
): Promise<MessageRow[]> {
  return transaction.query<MessageRow>(
    `SELECT ${rowColumns} FROM messages
     WHERE tenant_id = :tenant AND order_id = :orderId AND (:after::uuid IS NULL OR id > :after::uuid)
     ORDER BY id LIMIT :limit`,
    { orderId, after, limit },
  );
}
