import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import type { Platform } from "../platform.js";

/** Tries after which a piece of work counts as stuck. It is tried on all the same. */
export const stuckAfterTries = 3;

/** Durable work that can get stuck. A code never does: it is replaced, or its signer is told that it failed. */
export type StuckKind = "signing" | "seal" | "message" | "bulk_line";

/** A piece of work that has been tried in vain. */
export interface StuckWork {
  readonly kind: StuckKind;
  /** What names it among its kind: a UUID; for a line of a bulk list, the list's and the line's number. */
  readonly subject: string;
  /** UUID; null for a line of a bulk list, whose order is not made yet. */
  readonly orderId: string | null;
  readonly since: Date | null;
  readonly attempts: number;
  readonly nextTry: Date;
  /** Why the last try failed. */
  readonly lastError: string | null;
}

/** Where each kind of work is kept, by what it is named there, and whose mode it has. */
interface Place {
  readonly table: string;
  /** A UUID; of a line, the list's, before the line's number. */
  readonly key: string;
  readonly order: string;
  readonly since: string;
  readonly owner: string;
  readonly ownerKey: string;
}

const ofOrder = { order: "w.order_id", since: "w.created_at", owner: "orders", ownerKey: "w.order_id" };
const kept: Readonly<Record<StuckKind, Place>> = {
  signing: { table: "signings", key: "w.id", ...ofOrder },
  seal: { table: "seals", key: "w.order_id", ...ofOrder },
  message: { table: "messages", key: "w.id", ...ofOrder },
  bulk_line: {
    table: "bulk_lines",
    key: "w.batch_id",
    order: "NULL::uuid",
    since: "NULL::timestamptz",
    owner: "bulk_batches",
    ownerKey: "w.batch_id",
  },
};

const kinds = Object.keys(kept) as StuckKind[];

/** Whether a text names a kind of work that can get stuck. */
export function isStuckKind(text: string): text is StuckKind {
  return (kinds as string[]).includes(text);
}

/** A tenant's stuck work of one mode, the longest tried first; 100 pieces of each kind at most. */
export async function readStuckWork(transaction: Transaction, mode: Mode): Promise<StuckWork[]> {
  const parts = kinds.map((kind) => {
    const { table, key, order, since, owner, ownerKey } = kept[kind];
    const subject = kind === "bulk_line" ? `${key}::text || '/' || w.line` : `${key}::text`;
    return `(SELECT '${kind}' AS kind, ${subject} AS subject, ${order} AS "orderId", ${since} AS since, w.attempts,
        w.lease_until AS "nextTry", w.last_error AS "lastError"
      FROM ${table} w JOIN ${owner} o ON o.tenant_id = w.tenant_id AND o.id = ${ownerKey}
      WHERE w.tenant_id = :tenant AND w.state = 'pending' AND w.attempts >= :tries AND o.mode = :mode
      ORDER BY w.attempts DESC LIMIT 100)`;
  });
  return transaction.query<StuckWork>(`${parts.join(" UNION ALL ")} ORDER BY attempts DESC`, {
    mode,
    tries: stuckAfterTries,
  });
}

/**
 * Lets a piece of stuck work be tried again at once, whenever its next try would have been.
 * @param subject as `readStuckWork` names it
 * @returns false where there is no such stuck work of this tenant and mode, or it is done
 */
export async function retryNow(
  platform: Pick<Platform, "clock">,
  transaction: Transaction,
  kind: StuckKind,
  subject: string,
  mode?: Mode,
): Promise<boolean> {
  const named = readSubject(kind, subject);
  if (named === null) return false;
  const { table, key, owner, ownerKey } = kept[kind];
  const line = kind === "bulk_line" ? "AND w.line = :line::integer" : "";
  // Not what is tried for the first times: it is under way, or will be in a moment.
  const retried = await transaction.one(
    `UPDATE ${table} w SET lease_until = :now
     FROM ${owner} o
     WHERE w.tenant_id = :tenant AND ${key} = :id::uuid ${line} AND w.state = 'pending' AND w.attempts >= :tries
       AND o.tenant_id = w.tenant_id AND o.id = ${ownerKey} AND (:mode::text IS NULL OR o.mode = :mode::text)
     RETURNING w.attempts`,
    { ...named, tries: stuckAfterTries, now: platform.clock.now(), mode: mode ?? null },
  );
  return retried !== null;
}

/** Null for what names nothing. The key as a UUID, because a comparison of its text would read every row. */
function readSubject(kind: StuckKind, subject: string): { id: string; line: number | null } | null {
  const [, id, line] =
    /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/([0-9]{1,9}))?$/.exec(subject) ?? [];
  if (id === undefined || (line !== undefined) !== (kind === "bulk_line")) return null;
  return { id, line: line === undefined ? null : Number(line) };
}
