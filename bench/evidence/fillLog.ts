import pg from "pg";

/** Events that an order of a filled log has. */
export const eventsPerOrder = 5;

/** Hashes that nobody computed: nothing here is verified, it is only found. */
const madeUp = "sha256(int8send(n))";

/** Ids that sort as they were made, as the service's do. `n` counts orders from 0. */
const orderId = "(lpad(to_hex(n), 12, '0') || '70008000000000000000')::uuid";

/**
 * Gives a tenant as many events as asked for, and a log with as many leaves, as a superuser. The orders that they would
 * belong to are left out, because nothing that is measured looks at them; the order that is measured has its leaf in
 * the middle.
 * @param orderUuid of an order of the tenant
 * @param count at least 2
 */
export async function fillLog(
  adminUrl: string,
  tenantId: string,
  mode: string,
  orderUuid: string,
  count: number,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    // Foreign keys hold by construction or need not hold; asking for each row would take longer than writing it.
    await client.query("SET session_replication_role = replica");
    await client.query("SET synchronous_commit = off");
    await client.query(
      `INSERT INTO events (tenant_id, order_id, seq, type, occurred_at, body, hash)
       SELECT $1, ${orderId}, seq, 'code.sent', now(), '{"n":' || n || '}', ${madeUp}
       FROM generate_series(0::bigint, $2::bigint / ${eventsPerOrder} - 1) AS n, generate_series(1, ${eventsPerOrder}) AS seq`,
      [tenantId, count],
    );
    await client.query(
      `INSERT INTO trail_logs (tenant_id, mode, id, size, hour)
       VALUES ($1, $2, gen_random_uuid(), $3, date_trunc('hour', now()))
       ON CONFLICT (tenant_id, mode) DO UPDATE SET size = $3`,
      [tenantId, mode, count],
    );
    for (const table of ["trail_leaves", "trail_nodes", "checkpoints"]) {
      await client.query(`DELETE FROM ${table} WHERE tenant_id = $1`, [tenantId]);
    }
    await client.query(
      `INSERT INTO trail_leaves (tenant_id, mode, position, order_id, chain_length, chain_head)
       SELECT $1, $2, n, CASE WHEN n = $3::bigint / 2 THEN $4 ELSE ${orderId} END, 5, ${madeUp}
       FROM generate_series(0, $3::bigint - 1) AS n`,
      [tenantId, mode, count, orderUuid],
    );
    for (let level = 0; count >= 2 ** level; level++) {
      await client.query(
        `INSERT INTO trail_nodes (tenant_id, mode, level, position, hash)
         SELECT $1, $2, $3, n, ${madeUp} FROM generate_series(0, $4::bigint - 1) AS n`,
        [tenantId, mode, level, Math.floor(count / 2 ** level)],
      );
    }
    await client.query(
      `INSERT INTO checkpoints (tenant_id, mode, size, root, created_at, note, state, lease_until, signature, stored_at)
       VALUES ($1, $2, $3, sha256('x'), now(), rpad('note', 150, '.'), 'stored', now(), $4, now())`,
      [tenantId, mode, count, Buffer.alloc(6000, 1)],
    );
    await client.query("UPDATE orders SET trail_changed = false WHERE tenant_id = $1", [tenantId]);
    // As autovacuum would within a minute.
    for (const table of ["events", "trail_leaves", "trail_nodes", "checkpoints"]) {
      await client.query(`VACUUM (ANALYZE) ${table}`);
    }
    await client.query("CHECKPOINT");
  } finally {
    await client.end();
  }
}

/** Makes tenants, each with an order whose trail has changed. @param orderUuid of the order that is copied */
export async function fillTenants(adminUrl: string, orderUuid: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query(
      `INSERT INTO orders
       SELECT (jsonb_populate_record(o, jsonb_build_object('tenant_id', gen_random_uuid(), 'trail_changed', true))).*
       FROM orders o, generate_series(1, $2) WHERE o.id = $1`,
      [orderUuid, count],
    );
    await client.query("VACUUM (ANALYZE) orders");
  } finally {
    await client.end();
  }
}
