import type pg from "pg";

/** A table's part of the description. */
interface TableRow {
  readonly name: string;
  readonly owner: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  /** Columns, then constraints, each as SQL. */
  readonly members: string[];
  readonly indexes: string[];
  readonly policies: string[];
  readonly grants: string[];
}

const lines = {
  columns: `
    SELECT attnum AS place, format('%I %s', attname, format_type(atttypid, atttypmod))
      || coalesce(' COLLATE ' || (SELECT quote_ident(collname) FROM pg_collation l
           WHERE l.oid = attcollation AND l.collname <> 'default'), '')
      || CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END
      || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') AS line
    FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = attrelid AND d.adnum = attnum
    WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped`,
  // NOT NULL stands with its column.
  constraints: `
    SELECT format('CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)) AS line,
      array_position(ARRAY['p', 'u', 'f', 'c'], contype::text) AS place
    FROM pg_constraint WHERE conrelid = c.oid AND contype <> 'n'`,
  // Those of keys are made by their constraints.
  indexes: `
    SELECT pg_get_indexdef(indexrelid) AS line FROM pg_index i
    WHERE indrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)`,
  policies: `
    SELECT format('CREATE POLICY %I ON %I AS %s FOR %s TO %s', policyname, tablename, permissive, cmd,
        (SELECT string_agg(quote_ident(role), ', ' ORDER BY role) FROM unnest(roles) AS role))
      || coalesce(E'\\n  USING ' || qual, '') || coalesce(E'\\n  WITH CHECK ' || with_check, '') AS line
    FROM pg_policies WHERE schemaname = 'public' AND tablename = c.relname`,
  grants: `
    SELECT format('GRANT %s ON %I TO %I', string_agg(privilege_type, ', ' ORDER BY privilege_type), c.relname,
        grantee::regrole::text) AS line
    FROM aclexplode(c.relacl) WHERE grantee <> c.relowner GROUP BY grantee
    UNION ALL
    SELECT format('GRANT %s (%s) ON %I TO %I', privilege_type, string_agg(quote_ident(attname), ', ' ORDER BY attnum),
        c.relname, grantee::regrole::text)
    FROM pg_attribute, aclexplode(attacl) WHERE attrelid = c.oid AND grantee <> c.relowner
    GROUP BY privilege_type, grantee`,
} as const;

const tablesQuery = `
  SELECT c.relname AS name, c.relowner::regrole::text AS owner, c.relrowsecurity AS enabled,
    c.relforcerowsecurity AS forced,
    array(SELECT line FROM (${lines.columns}) l ORDER BY place)
      || array(SELECT line FROM (${lines.constraints}) l ORDER BY place, line) AS members,
    array(SELECT line FROM (${lines.indexes}) l ORDER BY line) AS indexes,
    array(SELECT line FROM (${lines.policies}) l ORDER BY line) AS policies,
    array(SELECT line FROM (${lines.grants}) l ORDER BY line) AS grants
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  ORDER BY c.relname`;

const functionsQuery = `
  SELECT pg_get_functiondef(p.oid) AS definition, p.oid::regprocedure::text AS signature,
    p.proowner::regrole::text AS owner,
    array(SELECT format('GRANT %s ON FUNCTION %s TO %s', privilege_type, p.oid::regprocedure,
        CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END)
      FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) WHERE grantee <> p.proowner ORDER BY 1) AS grants
  FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace ORDER BY 2`;

const rolesQuery = `
  SELECT format('CREATE ROLE %I %s %s %s %s', rolname,
      CASE WHEN rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END,
      CASE WHEN rolcreaterole THEN 'CREATEROLE' ELSE 'NOCREATEROLE' END,
      CASE WHEN rolsuper THEN 'SUPERUSER' ELSE 'NOSUPERUSER' END,
      CASE WHEN rolbypassrls THEN 'BYPASSRLS' ELSE 'NOBYPASSRLS' END) AS line, 1 AS place
  FROM pg_roles WHERE rolname LIKE 'paraph\\_%'
  UNION ALL
  SELECT format('GRANT %I TO %I WITH ADMIN %s, INHERIT %s, SET %s', roleid::regrole::text, member::regrole::text,
      bool_or(admin_option), bool_or(inherit_option), bool_or(set_option)), 2
  FROM pg_auth_members
  WHERE roleid::regrole::text LIKE 'paraph\\_%' AND member::regrole::text LIKE 'paraph\\_%'
  GROUP BY roleid, member
  UNION ALL
  SELECT format('GRANT %s ON SCHEMA public TO %s', string_agg(privilege_type, ', ' ORDER BY privilege_type),
      CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END), 3
  FROM pg_namespace, aclexplode(nspacl) WHERE nspname = 'public' AND grantee <> nspowner GROUP BY grantee
  ORDER BY place, line`;

/**
 * Describes a database's schema from its catalogs, as SQL for people to read and for tools to compare: roles, then
 * tables with columns, constraints, indexes, row-level security and rights, then functions. The order is fixed, so
 * that two databases with the same schema have the same description, byte for byte.
 * @param client connected as a role that may read the catalogs; any may
 */
export async function describeSchema(client: pg.ClientBase): Promise<string> {
  const { rows: roles } = await client.query<{ line: string }>(rolesQuery);
  const { rows: tables } = await client.query<TableRow>(tablesQuery);
  const { rows: functions } = await client.query<{
    definition: string;
    signature: string;
    owner: string;
    grants: string[];
  }>(functionsQuery);
  const parts = [
    roles.map(({ line }) => `${line};`).join("\n"),
    ...tables.map(describeTable),
    ...functions.map(({ definition, signature, owner, grants }) =>
      [
        `${definition.trimEnd()};`,
        `ALTER FUNCTION ${signature} OWNER TO ${owner};`,
        ...grants.map((grant) => `${grant};`),
      ].join("\n"),
    ),
  ];
  return `${parts.join("\n\n")}\n`;
}

function describeTable(table: TableRow): string {
  const statements = [
    `CREATE TABLE ${table.name} (\n  ${table.members.join(",\n  ")}\n)`,
    `ALTER TABLE ${table.name} OWNER TO ${table.owner}`,
    ...(table.enabled ? [`ALTER TABLE ${table.name} ENABLE ROW LEVEL SECURITY`] : []),
    ...(table.forced ? [`ALTER TABLE ${table.name} FORCE ROW LEVEL SECURITY`] : []),
    ...table.indexes,
    ...table.policies,
    ...table.grants,
  ];
  return statements.map((statement) => `${statement};`).join("\n");
}
