import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { notFound } from "../failure/failure.js";
import type { Bulk, BulkLine, BulkLineState, BulkProblem } from "./bulk.js";

const columns = `id, mode, template_id AS "templateId", api_key_id AS "apiKeyId", settings, lines, created, failed,
  created_at AS "createdAt", completed_at AS "completedAt"`;

/** A line as it is taken in: what it asks for, sealed, or what is wrong with it. */
export interface NewBulkLine extends Pick<BulkLine, "line" | "externalId"> {
  readonly asked: Uint8Array | BulkProblem;
}

/** Writes a list and its lines; those that ask for something are due at once. */
export async function insertBulk(
  transaction: Transaction,
  bulk: Omit<Bulk, "lines" | "created" | "failed" | "completedAt">,
  lines: readonly NewBulkLine[],
): Promise<void> {
  const { createdAt, settings } = bulk;
  const failed = lines.filter(({ asked }) => !(asked instanceof Uint8Array)).length;
  await transaction.query(
    `WITH batch AS (
       INSERT INTO bulk_batches (tenant_id, id, mode, template_id, api_key_id, settings, lines, failed, created_at,
         completed_at)
       VALUES (:tenant, :id, :mode, :templateId, :apiKeyId, :settings::jsonb, :count, :failed, :createdAt,
         :completedAt)
     )
     INSERT INTO bulk_lines (tenant_id, batch_id, line, external_id, state, input, problem, lease_until)
     SELECT :tenant, :id, line, external_id, CASE WHEN input IS NULL THEN 'failed' ELSE 'pending' END, input,
       problem::jsonb, :createdAt
     FROM unnest(:numbers::integer[], :externalIds::text[], :inputs::bytea[], :problems::text[])
       AS given (line, external_id, input, problem)`,
    {
      ...bulk,
      settings: JSON.stringify(settings),
      count: lines.length,
      failed,
      completedAt: failed === lines.length ? createdAt : null,
      numbers: lines.map(({ line }) => line),
      externalIds: lines.map(({ externalId }) => externalId),
      inputs: lines.map(({ asked }) => (asked instanceof Uint8Array ? Buffer.from(asked) : null)),
      problems: lines.map(({ asked }) => (asked instanceof Uint8Array ? null : JSON.stringify(asked))),
    },
  );
}

/** Reads a list. @throws Failure `not_found` */
export async function readBulk(transaction: Transaction, id: string, mode?: Mode): Promise<Bulk> {
  const bulk = await transaction.one<Bulk>(
    `SELECT ${columns} FROM bulk_batches WHERE tenant_id = :tenant AND id = :id`,
    { id },
  );
  if (!bulk || (mode !== undefined && bulk.mode !== mode)) throw notFound("list of orders");
  return bulk;
}

/** Reads a page of lists, newest first. */
export async function listBulkRows(
  transaction: Transaction,
  mode: Mode,
  before: string | null,
  limit: number,
): Promise<Bulk[]> {
  return transaction.query<Bulk>(
    `SELECT ${columns} FROM bulk_batches
     WHERE tenant_id = :tenant AND mode = :mode AND (:before::uuid IS NULL OR id < :before::uuid)
     ORDER BY id DESC LIMIT :limit`,
    { mode, before, limit },
  );
}

/** Reads a page of a list's lines, in their order. @param state null: of any state */
export async function listLineRows(
  transaction: Transaction,
  batchId: string,
  after: number,
  state: BulkLineState | null,
  limit: number,
): Promise<BulkLine[]> {
  return transaction.query<BulkLine>(
    `SELECT line, external_id AS "externalId", state, order_id AS "orderId", problem FROM bulk_lines
     WHERE tenant_id = :tenant AND batch_id = :batchId AND line > :after
       AND (:state::text IS NULL OR state = :state::text)
     ORDER BY line LIMIT :limit`,
    { batchId, after, state, limit },
  );
}

/** Takes a pending line whose lease has run out. @returns null when it is another's, or done */
export async function claimLine(
  transaction: Transaction,
  batchId: string,
  line: number,
  now: Date,
  leaseUntil: Date,
): Promise<{ input: Uint8Array; attempts: number } | null> {
  return transaction.one<{ input: Uint8Array; attempts: number }>(
    `UPDATE bulk_lines SET attempts = attempts + 1, lease_until = :leaseUntil
     WHERE tenant_id = :tenant AND batch_id = :batchId AND line = :line AND state = 'pending' AND lease_until <= :now
     RETURNING input, attempts`,
    { batchId, line, now, leaseUntil },
  );
}

/** Says when a line that did not succeed shall be tried again, and why it did not. */
export async function postponeLine(
  transaction: Transaction,
  batchId: string,
  line: number,
  until: Date,
  error: string,
): Promise<void> {
  await transaction.query(
    `UPDATE bulk_lines SET lease_until = :until, last_error = :error
     WHERE tenant_id = :tenant AND batch_id = :batchId AND line = :line AND state = 'pending'`,
    { batchId, line, until, error: error.slice(0, 500) },
  );
}

/** What became of a line. */
export type LineResult = { readonly orderId: string } | { readonly problem: BulkProblem };

/**
 * Writes a line's result, forgets what it asked for, and counts it; once, whoever comes first.
 * @returns whether it was this call that did it
 */
export async function concludeLine(
  transaction: Transaction,
  batchId: string,
  line: number,
  result: LineResult,
  at: Date,
): Promise<boolean> {
  const created = "orderId" in result;
  const concluded = await transaction.one(
    `WITH line AS (
       UPDATE bulk_lines SET state = :state, order_id = :orderId::uuid, problem = :problem::jsonb, input = NULL,
         last_error = NULL
       WHERE tenant_id = :tenant AND batch_id = :batchId AND line = :line AND state = 'pending' RETURNING batch_id
     )
     UPDATE bulk_batches b SET created = created + :created, failed = failed + :failed,
       completed_at = CASE WHEN created + failed + 1 = lines THEN :at::timestamptz ELSE completed_at END
     FROM line WHERE b.tenant_id = :tenant AND b.id = line.batch_id RETURNING b.id`,
    {
      batchId,
      line,
      at,
      state: created ? "created" : "failed",
      orderId: created ? result.orderId : null,
      problem: created ? null : JSON.stringify(result.problem),
      created: created ? 1 : 0,
      failed: created ? 0 : 1,
    },
  );
  return concluded !== null;
}
