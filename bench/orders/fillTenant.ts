import pg from "pg";

/** Seconds between two copies. */
const apart = 100;

/** Of so many copies one is cancelled, or has the label `spring` and the word `spring` in its terms. */
export const rare = 4;

/** Where a column of a copy is not what it is in the order that is copied: SQL, in which `n` is the copy's number. */
type Overrides = Readonly<Record<string, string>>;

const copyOf = (column: string, kind: "a" | "b" | "c") =>
  `CASE WHEN t.${column} IS NOT NULL THEN (c.stem || '${kind}00' || lpad(to_hex(c.n), 12, '0'))::uuid END`;
const order = copyOf("order_id", "a");
const signer = copyOf("signer_id", "b");
const document = copyOf("document_id", "c");

/** What an order consists of, in as far as lists and readers of it come by. */
const tables: Readonly<Record<string, { readonly copied: string; readonly overrides: Overrides }>> = {
  orders: {
    copied: "t.id = $2",
    overrides: {
      id: copyOf("id", "a"),
      external_id: "'copy-' || c.n",
      state: `CASE WHEN c.n % ${rare} = 1 THEN 'cancelled' ELSE t.state END`,
      labels: `CASE WHEN c.n % ${rare} = 3 THEN ARRAY['spring'] ELSE '{}' END`,
      chain_length: "5",
      created_at: "c.at",
    },
  },
  documents: { copied: "t.order_id = $2", overrides: { id: copyOf("id", "c"), order_id: order } },
  document_revisions: {
    copied: "t.document_id IN (SELECT id FROM documents d WHERE d.tenant_id = $1 AND d.order_id = $2)",
    overrides: { document_id: document, signer_id: signer, created_at: "c.at" },
  },
  signers: {
    copied: "t.order_id = $2",
    overrides: {
      id: copyOf("id", "b"),
      order_id: order,
      email: "'signer-' || c.n || '@example.org'",
      link_hash: "sha256(t.link_hash || int4send(c.n))",
    },
  },
  events: {
    copied: "t.order_id = $2 AND t.seq <= 5",
    // Sealed for the signer who is copied, and for nobody else.
    overrides: { order_id: order, signer_id: signer, occurred_at: "c.at", personal: "NULL" },
  },
  order_terms: {
    copied: "t.order_id = $2",
    overrides: {
      order_id: order,
      term: "CASE WHEN t.term LIKE 's:%' THEN 's:signer-' || c.n || '@example.org' ELSE t.term END",
    },
  },
};

/** When the copies were made, and what their ids begin with: they sort by time, as those of the service do. */
const copies = `
  SELECT n, at, lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || '70008' AS stem
  FROM (SELECT n, $4::timestamptz - make_interval(secs => ${apart}::double precision * ($3 - n)) AS at
        FROM generate_series(1, $3::integer) AS n) AS numbered`;

/**
 * Copies an order of a tenant with all that belongs to it, as a superuser, in as few statements as there are tables.
 * @param tenantId UUID
 * @param orderId UUID of an order that has gone its whole road
 * @param count how many copies; each has five events
 */
export async function fillTenant(
  adminUrl: string,
  tenantId: string,
  orderId: string,
  count: number,
): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    // Foreign keys hold by construction; asking for each row would take longer than writing it.
    await client.query("SET session_replication_role = replica");
    const newest = new Date(Date.now() - 60_000);
    for (const [table, { copied, overrides }] of Object.entries(tables)) {
      const columns = await columnsOf(client, table);
      const values = columns.map((column) => overrides[column] ?? `t.${column}`);
      await client.query(
        `INSERT INTO ${table} (${columns.join()}) SELECT ${values.join()} FROM ${table} t CROSS JOIN (${copies}) AS c
         WHERE t.tenant_id = $1 AND ${copied}`,
        [tenantId, orderId, count, newest],
      );
    }
    await client.query(
      `INSERT INTO order_terms (tenant_id, mode, term, order_id)
       SELECT o.tenant_id, o.mode, term, o.id FROM orders o CROSS JOIN unnest(ARRAY['l:spring', 'w:spring']) AS term
       WHERE o.tenant_id = $1 AND o.labels = ARRAY['spring']`,
      [tenantId],
    );
    // As autovacuum would within a minute.
    for (const table of Object.keys(tables)) await client.query(`VACUUM (ANALYZE) ${table}`);
  } finally {
    await client.end();
  }
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
     ORDER BY attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
}
