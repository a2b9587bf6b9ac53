import type { Caller } from "../apiKeys/caller.js";
import { actorOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import { notify } from "../webhooks/outbox/notify.js";
import { parseRange } from "./range.js";

/** Where callers of one mode may come from. */
export interface AllowedAddresses {
  /** In canonical form, IPv4 first; none: from anywhere. */
  readonly ranges: readonly string[];
  /** Null where there never was a list, or it was taken away. */
  readonly updatedAt: Date | null;
}

export const anywhere: AllowedAddresses = { ranges: [], updatedAt: null };

/** One more comparison of each for every call from an address that is in none of them. */
export const mostRanges = 200;

/** The list of the caller's mode. */
export async function readAllowedAddresses(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
): Promise<AllowedAddresses> {
  const [found] = await platform.database.query<AllowedAddresses>(tenantId, read, { mode });
  return found ?? anywhere;
}

/**
 * Lets calls of the caller's mode come from these addresses only, from the next one on.
 * @param wanted addresses and ranges, 1 to 200
 * @param address the caller's own, as addresses are compared
 * @param force also where the caller's own is not among them
 * @throws Failure `field_invalid`
 */
export async function replaceAllowedAddresses(
  platform: Pick<Platform, "database" | "clock" | "random">,
  caller: Caller,
  wanted: readonly string[],
  address: string | null,
  force: boolean,
): Promise<AllowedAddresses> {
  const ranges = wanted.map((text, index) => {
    const range = parseRange(text);
    if (range !== null) return range;
    const param = `ranges[${index}]`;
    const message = `${param} must be an address or a range of them, as in 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32.`;
    throw new Failure("field_invalid", message, { param });
  });
  const { mode } = caller;
  const now = platform.clock.now();
  return platform.database.withTenant(caller.tenantId, async (transaction) => {
    const list = await transaction.one<{ ranges: string[]; hasCaller: boolean }>(canonical, {
      ranges,
      address,
    });
    if (!list!.hasCaller && !force) throw lockedOut(address);
    const changed = await transaction.one<AllowedAddresses>(replace, { mode, ranges: list!.ranges, now });
    if (!changed) return (await transaction.one<AllowedAddresses>(read, { mode }))!;
    await tell(platform, transaction, { mode, actor: actorOf(caller) }, changed.ranges.length);
    return changed;
  });
}

/** Whose list it is, and who changes it. */
export interface ListOfAddresses extends Pick<Caller, "tenantId" | "mode"> {
  /** An API key by its public id, or the system: the service's operator. */
  readonly actor:
    | { readonly kind: "api_key"; readonly id: string }
    | { readonly kind: "system"; readonly id: null };
}

/** Lets calls of a mode come from anywhere again. @returns whether there was a list */
export async function forgetAllowedAddresses(
  platform: Pick<Platform, "database" | "clock" | "random">,
  { tenantId, mode, actor }: ListOfAddresses,
): Promise<boolean> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const forgotten = await transaction.one(
      "DELETE FROM allowed_addresses WHERE tenant_id = :tenant AND mode = :mode RETURNING mode",
      { mode },
    );
    if (forgotten) await tell(platform, transaction, { mode, actor }, 0);
    return forgotten !== null;
  });
}

const columns = `ranges::text[] AS ranges, updated_at AS "updatedAt"`;

const read = `SELECT ${columns} FROM allowed_addresses WHERE tenant_id = :tenant AND mode = :mode`;

/** Each range once, without the bits behind its prefix. */
const canonical = `
  SELECT ranges::text[] AS ranges, (:address::inet <<= ANY (ranges::inet[])) IS TRUE AS "hasCaller"
  FROM (SELECT array_agg(DISTINCT network(range::inet)) AS ranges
    FROM unnest(:ranges::text[]) AS given (range)) AS wanted`;

/** Gives back nothing where the list was the same before. */
const replace = `
  INSERT INTO allowed_addresses (tenant_id, mode, ranges, updated_at)
  VALUES (:tenant, :mode, :ranges::cidr[], :now)
  ON CONFLICT (tenant_id, mode) DO UPDATE SET ranges = excluded.ranges, updated_at = excluded.updated_at
    WHERE allowed_addresses.ranges <> excluded.ranges
  RETURNING ${columns}`;

/** Threat: a slip of a finger would close the API to everybody, the one who could mend it included. */
function lockedOut(address: string | null): Failure {
  const message = `ranges would not let you in yourself: you come from ${address ?? "an address that is unknown"}. Send \`force: true\` if that is meant.`;
  return new Failure("field_invalid", message, { param: "ranges" });
}

async function tell(
  platform: Pick<Platform, "clock" | "random">,
  transaction: Transaction,
  { mode, actor }: Pick<ListOfAddresses, "mode" | "actor">,
  ranges: number,
): Promise<void> {
  const data = { ranges, actor: { ...actor } };
  await notify(platform, transaction.last, { type: "access.addresses_changed", mode, data });
}
