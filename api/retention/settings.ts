import type { Caller, Mode } from "../apiKeys/caller.js";
import { actorOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import type { Platform } from "../platform.js";
import { notify } from "../webhooks/outbox/notify.js";
import { checkTerms, defaultTerms, type RequestedTerms, type RetentionTerms } from "./terms.js";

/** A tenant's terms for orders that say nothing else, of one mode. */
export interface RetentionSettings extends RetentionTerms {
  /** Null: never set; the usual terms hold. */
  readonly updatedAt: Date | null;
}

/** A tenant's terms for orders of a mode. @param lock for whoever is about to change them */
export async function readSettings(
  transaction: Transaction,
  mode: Mode,
  lock: "" | "FOR UPDATE" = "",
): Promise<RetentionSettings> {
  const set = await transaction.one<RetentionSettings>(
    `SELECT documents, evidence, archive, updated_at AS "updatedAt" FROM retention_settings
     WHERE tenant_id = :tenant AND mode = :mode ${lock}`,
    { mode },
  );
  return set ?? { ...defaultTerms, updatedAt: null };
}

/**
 * Sets a tenant's terms for orders of the caller's mode that are made from now on, and tells whoever listens where they
 * are others than before.
 * @throws Failure `field_invalid`
 */
export async function putSettings(
  platform: Pick<Platform, "database" | "clock" | "random">,
  caller: Caller,
  terms: RetentionTerms,
): Promise<RetentionSettings> {
  checkTerms(terms, "");
  const { mode } = caller;
  const updatedAt = platform.clock.now();
  await platform.database.withTenant(caller.tenantId, async (transaction) => {
    const { documents, evidence, archive } = await readSettings(transaction, mode, "FOR UPDATE");
    await transaction.last.query(
      `INSERT INTO retention_settings (tenant_id, mode, documents, evidence, archive, updated_at)
       VALUES (:tenant, :mode, :documents, :evidence, :archive, :updatedAt)
       ON CONFLICT (tenant_id, mode) DO UPDATE SET documents = excluded.documents, evidence = excluded.evidence,
         archive = excluded.archive, updated_at = excluded.updated_at`,
      { ...terms, mode, updatedAt },
    );
    if (terms.documents === documents && terms.evidence === evidence && terms.archive === archive) return;
    const data = { ...terms, before: { documents, evidence, archive }, actor: actorOf(caller) };
    await notify(platform, transaction.last, { type: "retention.settings_changed", mode, data });
  });
  return { ...terms, updatedAt };
}

/**
 * The terms of an order: its own, where it names any, and else those of its tenant.
 * @throws Failure `field_invalid`
 */
export async function resolveTerms(
  transaction: Transaction,
  mode: Mode,
  requested: RequestedTerms,
): Promise<RetentionTerms> {
  const settings = await readSettings(transaction, mode);
  const terms = {
    documents: requested.documents ?? settings.documents,
    evidence: requested.evidence ?? settings.evidence,
    archive: requested.archive ?? settings.archive,
  };
  checkTerms(terms, "retention");
  return terms;
}
