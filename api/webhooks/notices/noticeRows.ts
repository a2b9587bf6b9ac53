import type { Transaction } from "../../database/transaction.js";
import type { Platform } from "../../platform.js";
import type { DisabledFacts, FailingFacts, Notice, NoticeState } from "./notice.js";

/** As JSON has it: points in time are text. */
interface NoticeRow extends Omit<Notice, "facts"> {
  readonly facts: {
    readonly since: string | null;
    readonly until?: string;
    readonly last: FailingFacts["last"];
  };
}

/** Takes up a notice that is due, so that nobody else does until `leaseUntil`. Null: somebody else has, or it is over. */
export async function claimNotice(
  transaction: Transaction,
  id: string,
  now: Date,
  leaseUntil: Date,
): Promise<Notice | null> {
  const row = await transaction.one<NoticeRow>(
    `UPDATE notices SET lease_until = :leaseUntil, attempts = attempts + 1
     WHERE tenant_id = :tenant AND id = :id AND state = 'pending' AND lease_until <= :now
     RETURNING id, mode, kind, endpoint_id AS "endpointId", recipient, language, facts, created_at AS "createdAt",
       attempts`,
    { id, now, leaseUntil },
  );
  return row && withTimes(row);
}

function withTimes(row: NoticeRow): Notice {
  const { since, until, last } = row.facts;
  const facts: FailingFacts | DisabledFacts = {
    since: since === null ? null : new Date(since),
    ...(until !== undefined && { until: new Date(until) }),
    last,
  };
  return { ...row, facts } as Notice;
}

/** What became of a notice at one try. `pending`: it will be tried again at `retryAt`. */
export interface NoticeOutcome {
  readonly state: NoticeState;
  readonly retryAt?: Date;
  /** Without names or addresses. */
  readonly error?: string;
}

/** Records what became of a notice, unless somebody else has taken it up since. */
export async function concludeNotice(
  transaction: Transaction,
  { id, attempts }: Notice,
  { state, retryAt, error }: NoticeOutcome,
  now: Date,
): Promise<void> {
  await transaction.query(
    `UPDATE notices SET state = :state::text, lease_until = coalesce(:retryAt::timestamptz, lease_until),
       last_error = :error::text, sent_at = CASE WHEN :state = 'sent' THEN :now::timestamptz END
     WHERE tenant_id = :tenant AND id = :id AND state = 'pending' AND attempts = :attempts`,
    { id, attempts, state, retryAt: retryAt ?? null, error: error ?? null, now },
  );
}

/** Deletes a notice whose time is over: it holds an address. */
export async function forgetNotice(
  platform: Pick<Platform, "database">,
  tenantId: string,
  id: string,
): Promise<void> {
  await platform.database.query(tenantId, "DELETE FROM notices WHERE tenant_id = :tenant AND id = :id", {
    id,
  });
}
