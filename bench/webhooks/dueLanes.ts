import pg from "pg";

/** A look for lanes with something due, as the dispatcher does it. */
export interface LookCost {
  readonly ms: number;
  /** Pages of 8 kB that PostgreSQL looks at. */
  readonly buffers: number;
  readonly lanes: number;
}

const times = 15;

/** Among the lanes of all tenants: once a second. */
export const amongAll = `due_lanes(
  '00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000', now(), 100)`;

/** Among those of one: after something of theirs was announced. */
export const amongThoseOf = (tenantId: string) => `due_lanes_of(ARRAY['${tenantId}']::uuid[], now())`;

/** Measures a look in the database as it is. */
export async function measureLook(adminUrl: string, look = amongAll): Promise<LookCost> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const costs: LookCost[] = [];
    for (let time = 0; time < times; time++) {
      const { rows } = await client.query<{ "QUERY PLAN": [Explained] }>(
        `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) SELECT * FROM ${look}`,
      );
      const [{ "Execution Time": ms, Plan: plan }] = rows[0]!["QUERY PLAN"];
      const buffers = plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
      costs.push({ ms, buffers, lanes: plan["Actual Rows"] });
    }
    return costs.sort((one, other) => one.ms - other.ms)[Math.floor(times / 2)]!;
  } finally {
    await client.end();
  }
}

interface Explained {
  readonly "Execution Time": number;
  readonly Plan: {
    readonly "Shared Hit Blocks": number;
    readonly "Shared Read Blocks": number;
    readonly "Actual Rows": number;
  };
}
