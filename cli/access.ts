import { parseArgs } from "node:util";
import { systemClock } from "../api/adapters/clock/system.js";
import { systemRandom } from "../api/adapters/random/system.js";
import { forgetAllowedAddresses } from "../api/allowedAddresses/allowedAddresses.js";
import type { Mode } from "../api/apiKeys/caller.js";
import { parsePublicId } from "../api/ids/id.js";
import { withOperatorDatabase } from "./operatorDatabase.js";

const usage = `Usage: paraph access open --tenant TENANT --mode test|live

Lets the calls of a tenant's mode come from anywhere again, for one that locked itself out. TENANT is its id, as in ten_… or
as a UUID.
`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const operator = { kind: "system", id: null } as const;

/**
 * `paraph access open`: takes a tenant's list of allowed addresses away, which the tenant is told of as of any change.
 * Reads the same environment as the service.
 * @returns exit code: 0 it is gone; 1 there was none; 2 the command cannot be used
 */
export async function access([command, ...args]: readonly string[]): Promise<number> {
  const whose = command === "open" ? readOptions(args) : null;
  if (whose === null) {
    process.stderr.write(usage);
    return 2;
  }
  return withOperatorDatabase(async (database) => {
    const platform = { database, clock: systemClock, random: systemRandom };
    const gone = await forgetAllowedAddresses(platform, { ...whose, actor: operator });
    process.stdout.write(
      gone ? "Calls may come from anywhere.\n" : "There is no such list: calls may come from anywhere.\n",
    );
    return gone ? 0 : 1;
  });
}

function readOptions(args: readonly string[]): { tenantId: string; mode: Mode } | null {
  const text = { type: "string" } as const;
  try {
    const { tenant = "", mode } = parseArgs({
      args: [...args],
      options: { tenant: text, mode: text },
    }).values;
    const tenantId = uuid.test(tenant) ? tenant : parsePublicId("ten", tenant);
    return tenantId !== null && (mode === "test" || mode === "live") ? { tenantId, mode } : null;
  } catch {
    // An option that is not known, or without its value.
    return null;
  }
}
