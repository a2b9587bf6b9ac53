import { systemClock } from "../api/adapters/clock/system.js";
import type { Database } from "../api/database/database.js";
import { publicId } from "../api/ids/id.js";
import { isStuckKind, retryNow, stuckAfterTries } from "../api/stuckWork/stuckWork.js";
import { withOperatorDatabase } from "./operatorDatabase.js";

interface StuckRow {
  kind: string;
  tenantId: string;
  orderId: string | null;
  subject: string;
  since: Date | null;
  attempts: number;
  nextTry: Date;
  lastError: string | null;
}

const usage = "Usage: paraph stuck [--retry TENANT KIND SUBJECT]\n";

/**
 * `paraph stuck`: the work of all tenants that has been tried in vain, with its cause; with `--retry`, a piece of it is
 * tried again at once. Reads the same environment as the service.
 * @returns exit code: 0 nothing is stuck, or the retry was noted; 1 something is stuck, or there is nothing to retry
 */
export async function stuck(args: readonly string[]): Promise<number> {
  const [option, tenantId, kind, subject] = args;
  if (option === undefined) return withOperatorDatabase(list);
  if (option !== "--retry" || !tenantId || !kind || !isStuckKind(kind) || !subject) {
    process.stderr.write(usage);
    return 2;
  }
  return withOperatorDatabase(async (database) => {
    const retried = await database.withTenant(tenantId, (transaction) =>
      retryNow({ clock: systemClock }, transaction, kind, subject),
    );
    process.stdout.write(
      retried ? "It will be tried within a second.\n" : "There is no such pending work.\n",
    );
    return retried ? 0 : 1;
  });
}

async function list(database: Database): Promise<number> {
  const rows = await database.lookup<StuckRow>(
    `SELECT kind, tenant_id AS "tenantId", order_id AS "orderId", subject, since, attempts, next_try AS "nextTry",
       last_error AS "lastError" FROM stuck_work(:tries, 1000)`,
    { tries: stuckAfterTries },
  );
  for (const row of rows) {
    const order = row.orderId === null ? "" : ` of ${publicId("ord", row.orderId)}`;
    process.stdout.write(
      `${row.kind}${order}: ${row.attempts} tries${row.since ? ` since ${row.since.toISOString()}` : ""}, ` +
        `next at ${row.nextTry.toISOString()}: ${row.lastError ?? "the process died"}\n` +
        `  paraph stuck --retry ${row.tenantId} ${row.kind} ${row.subject}\n`,
    );
  }
  if (rows.length === 0) process.stdout.write("Nothing is stuck.\n");
  return rows.length === 0 ? 0 : 1;
}
