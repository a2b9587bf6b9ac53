import type { Caller, Mode } from "./caller.js";
import { parsePathScope } from "./pathScope.js";
import { isScope } from "./scopes.js";

/** A key as the lookups give it. */
export interface FoundKey {
  readonly tenantId: string;
  readonly id: string;
  readonly mode: Mode;
  readonly scopes: readonly string[];
  readonly euSesBare: boolean;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** Whether the tenant lets callers of this mode come from the address that this one comes from. */
  readonly addressAllowed: boolean;
}

/** The columns of a lookup that finds a key. */
export const keyColumns = `tenant_id AS "tenantId", id, mode, scopes, eu_ses_bare AS "euSesBare",
  expires_at AS "expiresAt", revoked_at AS "revokedAt", address_allowed AS "addressAllowed"`;

/** @param certificateId UUID of the client certificate that acts for the key, null where its secret came */
export function callerWith(key: FoundKey, certificateId: string | null): Caller {
  const scopes = key.scopes.filter(isScope);
  const others = scopes.length === key.scopes.length ? [] : key.scopes.filter((scope) => !isScope(scope));
  return {
    tenantId: key.tenantId,
    apiKeyId: key.id,
    certificateId,
    mode: key.mode,
    scopes,
    paths: others.map(parsePathScope).filter((scope) => scope !== null),
    euSesBare: key.euSesBare,
    expiresAt: key.expiresAt,
  };
}
