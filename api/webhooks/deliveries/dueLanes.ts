import type { Platform } from "../../platform.js";

/** A lane, and whose it is. */
export interface Place {
  readonly tenantId: string;
  /** UUID. */
  readonly lane: string;
}

/** Lanes that one look among all of them names. */
export const perLook = 100;

const beginning: Place = {
  tenantId: "00000000-0000-0000-0000-000000000000",
  lane: "00000000-0000-0000-0000-000000000000",
};

/**
 * Lanes on which something is due, of all tenants, `perLook` of them. It comes by each lane on which anything is owed,
 * by those too that are in trouble.
 * @param after the lane behind which it looks; null: from the beginning
 */
export function dueLanes(
  { database, clock }: Pick<Platform, "database" | "clock">,
  after: Place | null,
): Promise<Place[]> {
  const { tenantId, lane } = after ?? beginning;
  return database.lookup<Place>(
    `SELECT tenant_id AS "tenantId", lane FROM due_lanes(:tenantId, :lane, :at, :atMost)`,
    { tenantId, lane, at: clock.now(), atMost: perLook },
  );
}

/** Lanes of these tenants on which something is due. It comes by no other tenant's. */
export function dueLanesOf(
  { database, clock }: Pick<Platform, "database" | "clock">,
  tenants: readonly string[],
): Promise<Place[]> {
  return database.lookup<Place>(
    `SELECT tenant_id AS "tenantId", lane FROM due_lanes_of(:tenants::uuid[], :at)`,
    { tenants, at: clock.now() },
  );
}
