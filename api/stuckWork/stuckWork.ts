import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import type { Platform } from "../platform.js";

/** Tries after which a piece of work counts as stuck. It is tried on all the same. */
export const stuckAfterTries = 3;

/** Durable work that can get stuck. A code never does: it is replaced, or its signer is told that it failed. */
export type StuckKind =
  | "signing"
  | "seal"
  | "message"
  | "bulk_line"
  | "evidence"
  | "evidence_renewal"
  | "checkpoint_storage"
  | "purge"
  | "erasure"
  | "object_hold"
  | "replay"
  | "notice"
  | "awaited_documents";

/** A piece of work that has been tried in vain. */
export interface StuckWork {
  readonly kind: StuckKind;
  /**
   * What names it among its kind: a UUID; for a line of a bulk list, the list's and the line's number; for a checkpoint,
   * its log's mode and its size.
   */
  readonly subject: string;
  /** UUID; null for what concerns no order, or one that is not made yet. */
  readonly orderId: string | null;
  readonly since: Date | null;
  readonly attempts: number;
  readonly nextTry: Date;
  /** Why the last try failed. */
  readonly lastError: string | null;
}

/** Where each kind of work is kept, in SQL, with `w` for its row. */
interface Place {
  readonly table: string;
  readonly subject: string;
  readonly order: string;
  readonly since: string;
  readonly mode: string;
  readonly isOpen: string;
  readonly attempts: string;
  /** The column that says when it is tried next. */
  readonly nextTry: string;
  /** Whether it is the one of a subject, which has been read into `:id`, `:of` and `:number`. */
  readonly isNamed: string;
}

const ofOrder: Omit<Place, "table"> = {
  subject: "w.id::text",
  order: "w.order_id",
  since: "w.created_at",
  mode: "(SELECT o.mode FROM orders o WHERE o.tenant_id = w.tenant_id AND o.id = w.order_id)",
  isOpen: "w.state = 'pending'",
  attempts: "attempts",
  nextTry: "lease_until",
  isNamed: "w.id = :id::uuid AND :of::text IS NULL AND :number::bigint IS NULL",
};
const onePerOrder: Omit<Place, "table"> = {
  ...ofOrder,
  subject: "w.order_id::text",
  isNamed: "w.order_id = :id::uuid AND :of::text IS NULL AND :number::bigint IS NULL",
};
const kept: Readonly<Record<StuckKind, Place>> = {
  signing: { ...ofOrder, table: "signings" },
  seal: { ...onePerOrder, table: "seals" },
  message: { ...ofOrder, table: "messages" },
  bulk_line: {
    ...ofOrder,
    table: "bulk_lines",
    subject: "w.batch_id::text || '/' || w.line",
    order: "NULL::uuid",
    since: "NULL::timestamptz",
    mode: "(SELECT b.mode FROM bulk_batches b WHERE b.tenant_id = w.tenant_id AND b.id = w.batch_id)",
    isNamed: "w.batch_id = :id::uuid AND w.line = :number::bigint AND :of::text IS NULL",
  },
  evidence: { ...onePerOrder, table: "evidence_files" },
  evidence_renewal: {
    ...onePerOrder,
    table: "evidence_files",
    since: "w.stored_at",
    isOpen: "w.state = 'stored' AND w.renew_at IS NOT NULL AND w.renewal_attempts > 0",
    attempts: "renewal_attempts",
    nextTry: "renew_at",
  },
  checkpoint_storage: {
    ...ofOrder,
    table: "checkpoints",
    subject: "w.mode || '/' || w.size",
    order: "NULL::uuid",
    mode: "w.mode",
    isNamed: "w.mode = :of::text AND w.size = :number::bigint AND :id::uuid IS NULL",
  },
  purge: { ...ofOrder, table: "purges", since: "w.requested_at" },
  erasure: { ...ofOrder, table: "erasures", order: "NULL::uuid", since: "w.requested_at", mode: "w.mode" },
  object_hold: {
    ...onePerOrder,
    table: "retentions",
    since: "NULL::timestamptz",
    isOpen: "w.hold_due_at IS NOT NULL",
    attempts: "hold_attempts",
    nextTry: "hold_due_at",
  },
  replay: { ...ofOrder, table: "webhook_replays", order: "NULL::uuid", mode: "w.mode" },
  notice: { ...ofOrder, table: "notices", order: "NULL::uuid", mode: "w.mode" },
  awaited_documents: { ...onePerOrder, table: "awaited_orders", isOpen: "true" },
};

const kinds = Object.keys(kept) as StuckKind[];

/** Whether a text names a kind of work that can get stuck. */
export function isStuckKind(text: string): text is StuckKind {
  return (kinds as string[]).includes(text);
}

/** A tenant's stuck work of one mode, the longest tried first; 100 pieces of each kind at most. */
export async function readStuckWork(transaction: Transaction, mode: Mode): Promise<StuckWork[]> {
  const parts = kinds.map((kind) => {
    const { table, subject, order, since, mode: ofMode, isOpen, attempts, nextTry } = kept[kind];
    return `(SELECT '${kind}' AS kind, ${subject} AS subject, ${order} AS "orderId", ${since} AS since,
        w.${attempts} AS attempts, w.${nextTry} AS "nextTry", w.last_error AS "lastError"
      FROM ${table} w
      WHERE w.tenant_id = :tenant AND ${isOpen} AND w.${attempts} >= :tries AND ${ofMode} = :mode
      ORDER BY w.${attempts} DESC LIMIT 100)`;
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
  const named = readSubject(subject);
  if (named === null) return false;
  const { table, mode: ofMode, isOpen, attempts, nextTry, isNamed } = kept[kind];
  // Not what is tried for the first times: it is under way, or will be in a moment.
  const retried = await transaction.one(
    `UPDATE ${table} w SET ${nextTry} = :now
     WHERE w.tenant_id = :tenant AND ${isNamed} AND ${isOpen} AND w.${attempts} >= :tries
       AND (:mode::text IS NULL OR ${ofMode} = :mode::text)
     RETURNING w.${attempts}`,
    { ...named, tries: stuckAfterTries, now: platform.clock.now(), mode: mode ?? null },
  );
  return retried !== null;
}

/** Null for what names nothing. The key as a UUID, because a comparison of its text would read every row. */
function readSubject(
  subject: string,
): { id: string | null; of: string | null; number: number | null } | null {
  const [isSubject, id, of, number] =
    /^(?:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})|(test|live))(?:\/([1-9][0-9]{0,14}))?$/.exec(
      subject,
    ) ?? [];
  if (isSubject === undefined) return null;
  return { id: id ?? null, of: of ?? null, number: number === undefined ? null : Number(number) };
}
