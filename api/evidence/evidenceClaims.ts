import type { Transaction } from "../database/transaction.js";
import { type EvidenceFileRow, fileColumns } from "./evidenceRows.js";

/** Seconds that one try of making or renewing may take before another process takes over. */
const leaseSeconds = 300;

/** Takes an evidence file that is to be made and whose lease has run out. @returns null where another process has it */
export async function claimEvidence(
  transaction: Transaction,
  orderId: string,
  now: Date,
): Promise<EvidenceFileRow | null> {
  return transaction.one<EvidenceFileRow>(
    `UPDATE evidence_files SET attempts = attempts + 1, lease_until = :until
     WHERE tenant_id = :tenant AND order_id = :orderId AND state = 'pending' AND lease_until <= :now
     RETURNING ${fileColumns}`,
    { orderId, now, until: leaseEnd(now) },
  );
}

/** Takes one whose time-stamps are to be renewed. @returns null where another process has it */
export async function claimRenewal(
  transaction: Transaction,
  orderId: string,
  now: Date,
): Promise<EvidenceFileRow | null> {
  return transaction.one<EvidenceFileRow>(
    `UPDATE evidence_files SET renewal_attempts = renewal_attempts + 1, renew_at = :until
     WHERE tenant_id = :tenant AND order_id = :orderId AND state = 'stored' AND renew_at <= :now
     RETURNING ${fileColumns}`,
    { orderId, now, until: leaseEnd(now) },
  );
}

/** Waits, which is no try that failed. */
export async function waitUntil(transaction: Transaction, orderId: string, until: Date): Promise<void> {
  await transaction.query(
    `UPDATE evidence_files SET lease_until = :until, attempts = greatest(attempts - 1, 0)
     WHERE tenant_id = :tenant AND order_id = :orderId AND state = 'pending'`,
    { orderId, until },
  );
}

/** Says when what did not succeed shall be tried again, and why it did not. */
export async function postpone(
  transaction: Transaction,
  orderId: string,
  work: "making" | "renewal",
  until: Date,
  error: string,
): Promise<void> {
  const [due, state] = work === "making" ? ["lease_until", "pending"] : ["renew_at", "stored"];
  await transaction.query(
    `UPDATE evidence_files SET ${due} = :until, last_error = :error
     WHERE tenant_id = :tenant AND order_id = :orderId AND state = '${state}'`,
    { orderId, until, error: error.slice(0, 500) },
  );
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + leaseSeconds * 1000);
}
