import type { Caller, Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import type { ErasureDecision, KeptReason } from "./decideErasure.js";

/** How long one try may take before another process takes over. */
const leaseSeconds = 600;

/** A request to erase a data subject. */
export interface Erasure {
  /** UUID. */
  readonly id: string;
  readonly mode: Mode;
  readonly state: "pending" | "done";
  readonly requestedAt: Date;
  readonly doneAt: Date | null;
  /** Signers whose data were erased, and those whose data are kept. */
  readonly erased: number;
  readonly kept: number;
}

/** What an erasure did with one signer's data. */
export interface ErasureResult {
  readonly signerId: string;
  readonly orderId: string;
  readonly outcome: "erased" | "kept";
  readonly reason: KeptReason | null;
  readonly keptUntil: Date | null;
  readonly decidedAt: Date;
}

export interface NewErasure {
  readonly id: string;
  /** MAC of the subject, 32 bytes. */
  readonly subject: Uint8Array;
  /** The subject, sealed. */
  readonly address: Uint8Array;
  readonly at: Date;
}

export async function insertErasure(
  transaction: Transaction,
  caller: Caller,
  { id, subject, address, at }: NewErasure,
): Promise<void> {
  await transaction.query(
    `INSERT INTO erasures (tenant_id, id, mode, subject, address, requested_by, requested_at, state, lease_until)
     VALUES (:tenant, :id, :mode, :subject, :address, :by, :at, 'pending', :at)`,
    { id, mode: caller.mode, subject, address, by: caller.apiKeyId, at },
  );
}

/** What is kept as evidence goes by itself, and is counted as erased from then on. */
const goneStatement = "r.outcome = 'erased' OR s.erased_at IS NOT NULL";

const columns = `e.id, e.mode, e.state, e.requested_at AS "requestedAt", e.done_at AS "doneAt",
  counted.erased, counted.kept`;

const counted = `
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE ${goneStatement})::integer AS erased,
      count(*) FILTER (WHERE NOT (${goneStatement}))::integer AS kept
    FROM erasure_results r LEFT JOIN signers s ON s.tenant_id = r.tenant_id AND s.id = r.signer_id
    WHERE r.tenant_id = :tenant AND r.erasure_id = e.id
  ) AS counted`;

export async function readErasure(transaction: Transaction, id: string, mode: Mode): Promise<Erasure | null> {
  return transaction.one<Erasure>(
    `SELECT ${columns} FROM erasures e ${counted} WHERE e.tenant_id = :tenant AND e.id = :id AND e.mode = :mode`,
    { id, mode },
  );
}

/** Newest first. @param before UUID of the erasure behind which to begin */
export async function listErasures(
  transaction: Transaction,
  mode: Mode,
  before: string | null,
  limit: number,
): Promise<Erasure[]> {
  return transaction.query<Erasure>(
    `SELECT ${columns} FROM erasures e ${counted}
     WHERE e.tenant_id = :tenant AND e.mode = :mode AND (:before::uuid IS NULL OR e.id < :before::uuid)
     ORDER BY e.id DESC LIMIT :limit`,
    { mode, before, limit },
  );
}

/** @param after UUID of the signer behind whom to begin */
export async function listResults(
  transaction: Transaction,
  erasureId: string,
  after: string | null,
  limit: number,
): Promise<ErasureResult[]> {
  return transaction.query<ErasureResult>(
    `SELECT r.signer_id AS "signerId", r.order_id AS "orderId",
       CASE WHEN ${goneStatement} THEN 'erased' ELSE 'kept' END AS outcome,
       CASE WHEN NOT (${goneStatement}) THEN r.reason END AS reason,
       CASE WHEN NOT (${goneStatement}) THEN r.kept_until END AS "keptUntil",
       coalesce(s.erased_at, r.decided_at) AS "decidedAt"
     FROM erasure_results r LEFT JOIN signers s ON s.tenant_id = r.tenant_id AND s.id = r.signer_id
     WHERE r.tenant_id = :tenant AND r.erasure_id = :erasureId AND (:after::uuid IS NULL OR r.signer_id > :after::uuid)
     ORDER BY r.signer_id LIMIT :limit`,
    { erasureId, after, limit },
  );
}

/** An erasure that is ours to work at. */
export interface ClaimedErasure {
  readonly mode: Mode;
  readonly requestedAt: Date;
  /** The subject, sealed. */
  readonly address: Uint8Array;
  /** Tries so far, this one counted. */
  readonly attempts: number;
}

/** Takes a pending erasure that is due. @returns null where another process has it, or it is done */
export async function claimErasure(
  transaction: Transaction,
  id: string,
  now: Date,
): Promise<ClaimedErasure | null> {
  return transaction.one<ClaimedErasure>(
    `UPDATE erasures SET attempts = attempts + 1, lease_until = :until
     WHERE tenant_id = :tenant AND id = :id AND state = 'pending' AND lease_until <= :now
     RETURNING mode, requested_at AS "requestedAt", address, attempts`,
    { id, now, until: new Date(now.getTime() + leaseSeconds * 1000) },
  );
}

/** Writes what was decided, over what was decided before. */
export async function recordResult(
  transaction: Transaction,
  erasureId: string,
  { id, orderId }: { readonly id: string; readonly orderId: string },
  decision: ErasureDecision,
  at: Date,
): Promise<void> {
  const kept = decision.outcome === "kept" ? decision : null;
  await transaction.query(
    `INSERT INTO erasure_results (tenant_id, erasure_id, signer_id, order_id, outcome, reason, kept_until, decided_at)
     VALUES (:tenant, :erasureId, :id, :orderId, :outcome, :reason, :until, :at)
     ON CONFLICT (tenant_id, erasure_id, signer_id) DO UPDATE
       SET outcome = :outcome, reason = :reason, kept_until = :until, decided_at = :at`,
    {
      erasureId,
      id,
      orderId,
      outcome: decision.outcome,
      reason: kept?.reason ?? null,
      until: kept?.until ?? null,
      at,
    },
  );
}

/** Ends an erasure; the address is forgotten. */
export async function endErasure(transaction: Transaction, id: string, at: Date): Promise<void> {
  await transaction.query(
    `UPDATE erasures SET state = 'done', done_at = :at, address = NULL, last_error = NULL
     WHERE tenant_id = :tenant AND id = :id AND state = 'pending'`,
    { id, at },
  );
}

/** Says when an erasure is to be looked at again. @param failure why the try failed; null: it did not, and tries begin anew */
export async function postponeErasure(
  transaction: Transaction,
  id: string,
  until: Date,
  failure: string | null,
): Promise<void> {
  await transaction.query(
    `UPDATE erasures SET lease_until = :until, last_error = :failure::text,
       attempts = CASE WHEN :failure::text IS NULL THEN 0 ELSE attempts END
     WHERE tenant_id = :tenant AND id = :id AND state = 'pending'`,
    { id, until, failure: failure?.slice(0, 500) ?? null },
  );
}
