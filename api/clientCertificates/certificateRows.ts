import type { Caller, Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { type ClientCertificate, fingerprintOf } from "./clientCertificate.js";

/** The API key that a certificate is to act for. */
export interface ServedKey {
  readonly id: string;
  /** As the row has them. */
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** Certificates that act for it now. */
  readonly live: number;
}

const columns = `c.id, c.mode, c.api_key_id AS "apiKeyId", c.name, c.certificate, c.created_at AS "createdAt",
  c.expires_at AS "expiresAt", c.revoked_at AS "revokedAt", k.revoked_at AS "keyRevokedAt"`;

const fromBoth = `FROM client_certificates c JOIN api_keys k ON k.tenant_id = c.tenant_id AND k.id = c.api_key_id`;

const keyColumns = `k.id, k.scopes, k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt"`;

const live = `(SELECT count(*)::int FROM client_certificates c
  WHERE c.tenant_id = :tenant AND c.api_key_id = :id AND c.revoked_at IS NULL AND c.expires_at > :now) AS live`;

/** A key of the caller's mode; null where there is none. */
export async function readServedKey(
  transaction: Transaction,
  key: { id: string; mode: Mode; now: Date },
): Promise<ServedKey | null> {
  return transaction.one<ServedKey>(
    `SELECT ${keyColumns}, ${live} FROM api_keys k WHERE k.tenant_id = :tenant AND k.id = :id AND k.mode = :mode`,
    key,
  );
}

/**
 * As `readServedKey`, under a lock on its row: its certificates are issued one after the other, and none after it was
 * revoked. They are counted by a statement of their own, which sees what was issued while this one waited for the lock.
 */
export async function lockServedKey(
  transaction: Transaction,
  key: { id: string; mode: Mode; now: Date },
): Promise<ServedKey | null> {
  const [, served] = await Promise.all([
    transaction.query(
      "SELECT FROM api_keys k WHERE k.tenant_id = :tenant AND k.id = :id AND k.mode = :mode FOR NO KEY UPDATE",
      key,
    ),
    readServedKey(transaction, key),
  ]);
  return served;
}

export async function insertCertificate(
  transaction: Transaction,
  { id, mode, apiKeyId, name, certificate, createdAt, expiresAt }: ClientCertificate,
): Promise<void> {
  await transaction.query(
    `INSERT INTO client_certificates
       (tenant_id, id, mode, api_key_id, name, fingerprint, certificate, created_at, expires_at)
     VALUES (:tenant, :id, :mode, :apiKeyId, :name, :fingerprint, :certificate, :createdAt, :expiresAt)`,
    {
      ...{ id, mode, apiKeyId, name, createdAt, expiresAt },
      fingerprint: fingerprintOf(certificate),
      certificate: Buffer.from(certificate),
    },
  );
}

/** A page of the certificates of the caller's mode, or of one key, newest first. @param before UUID where it begins */
export async function selectCertificates(
  transaction: Transaction,
  filter: { mode: Mode; apiKeyId: string | null; before: string | null; limit: number },
): Promise<ClientCertificate[]> {
  const ofKey = filter.apiKeyId === null ? "" : "AND c.api_key_id = :apiKeyId";
  return transaction.query<ClientCertificate>(
    `SELECT ${columns} ${fromBoth}
     WHERE c.tenant_id = :tenant AND c.mode = :mode ${ofKey} AND (:before::uuid IS NULL OR c.id < :before::uuid)
     ORDER BY c.id DESC LIMIT :limit`,
    filter,
  );
}

export async function findCertificate(
  transaction: Transaction,
  { mode }: Pick<Caller, "mode">,
  id: string,
): Promise<ClientCertificate | null> {
  return transaction.one<ClientCertificate>(
    `SELECT ${columns} ${fromBoth} WHERE c.tenant_id = :tenant AND c.id = :id AND c.mode = :mode`,
    { id, mode },
  );
}

/** @returns whether it is this call that revoked it */
export async function markRevoked(
  transaction: Transaction,
  certificate: { id: string; mode: Mode; now: Date },
): Promise<boolean> {
  const marked = await transaction.query(
    `UPDATE client_certificates SET revoked_at = :now
     WHERE tenant_id = :tenant AND id = :id AND mode = :mode AND revoked_at IS NULL RETURNING id`,
    certificate,
  );
  return marked.length > 0;
}
