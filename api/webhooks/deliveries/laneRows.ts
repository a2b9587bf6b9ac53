import type { Transaction } from "../../database/transaction.js";
import type { LaneState } from "./circuit.js";

interface LaneRow extends LaneState {
  readonly lane: string;
}

const columns = `lane, failing_since AS "failingSince", failures, warned_at AS "warnedAt",
  open_until AS "openUntil", openings`;

/** The state of those lanes that have one. */
export async function readLanes(
  transaction: Transaction,
  lanes: readonly string[],
): Promise<ReadonlyMap<string, LaneState>> {
  const rows = await transaction.query<LaneRow>(
    `SELECT ${columns} FROM webhook_lanes WHERE tenant_id = :tenant AND lane = ANY (:lanes::uuid[])`,
    { lanes },
  );
  return byLane(rows);
}

/** Locks lanes until the transaction ends, one after the other in the order of their ids, and makes those missing. */
export async function lockLanes(
  transaction: Transaction,
  lanes: readonly string[],
): Promise<ReadonlyMap<string, LaneState>> {
  const [, rows] = await Promise.all([
    transaction.query(
      `INSERT INTO webhook_lanes (tenant_id, lane)
       SELECT :tenant, lane FROM unnest(:lanes::uuid[]) AS lane ORDER BY lane ON CONFLICT DO NOTHING`,
      { lanes },
    ),
    transaction.query<LaneRow>(
      `SELECT ${columns} FROM webhook_lanes WHERE tenant_id = :tenant AND lane = ANY (:lanes::uuid[])
       ORDER BY lane FOR UPDATE`,
      { lanes },
    ),
  ]);
  return byLane(rows);
}

/** Writes the state of lanes that are locked. */
export async function writeLanes(
  transaction: Transaction,
  states: ReadonlyMap<string, LaneState>,
): Promise<void> {
  const rows = [...states].map(([lane, state]) => ({
    lane,
    failing_since: state.failingSince,
    failures: state.failures,
    warned_at: state.warnedAt,
    open_until: state.openUntil,
    openings: state.openings,
  }));
  await transaction.query(
    `UPDATE webhook_lanes l SET failing_since = s.failing_since, failures = s.failures, warned_at = s.warned_at,
       open_until = s.open_until, openings = s.openings
     FROM jsonb_to_recordset(:rows::jsonb) AS s (lane uuid, failing_since timestamptz, failures integer,
       warned_at timestamptz, open_until timestamptz, openings integer)
     WHERE l.tenant_id = :tenant AND l.lane = s.lane`,
    { rows: JSON.stringify(rows) },
  );
}

/**
 * Has another delivery go first through circuits half open, at once: those that did have shown nothing.
 * @param firsts the lane of each, and until when it kept the others away
 */
export async function letOthersFirst(
  transaction: Transaction,
  firsts: readonly { readonly lane: string; readonly until: Date }[],
  now: Date,
): Promise<void> {
  if (firsts.length === 0) return;
  await transaction.query(
    `UPDATE webhook_lanes l SET open_until = :now
     FROM jsonb_to_recordset(:firsts::jsonb) AS f (lane uuid, until timestamptz)
     WHERE l.tenant_id = :tenant AND l.lane = f.lane AND l.open_until = f.until`,
    { firsts: JSON.stringify(firsts), now },
  );
}

function byLane(rows: readonly LaneRow[]): ReadonlyMap<string, LaneState> {
  return new Map(rows.map(({ lane, ...state }) => [lane, state]));
}
