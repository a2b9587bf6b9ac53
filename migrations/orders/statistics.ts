/**
 * What the planner is to think of tables that nobody has analyzed yet: there are many tenants, an id names one row, and
 * whatever stands beside ids in an index says little.
 *
 * Without it, it takes any two columns of an index for as good as all of them while a table is young, and may walk
 * through all that a tenant has where it should look up one row; prepared plans then stay as they are until the table is
 * analyzed. The first ANALYZE, which autovacuum does when there is something to count, replaces all of this.
 * Before PostgreSQL 18 nobody can say such things, and they are left out.
 */
export const firstStatistics = `
DO $$
DECLARE
  found record;
BEGIN
  IF to_regproc('pg_catalog.pg_restore_attribute_stats') IS NULL THEN
    RETURN;
  END IF;
  FOR found IN
    SELECT DISTINCT t.relname, a.attname, a.atttypid
    FROM pg_class t
    JOIN pg_attribute k ON k.attrelid = t.oid AND k.attname = 'tenant_id'
    JOIN pg_index i ON i.indrelid = t.oid
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = ANY (i.indkey::smallint[])
    WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND t.reltuples < 0
  LOOP
    PERFORM pg_restore_attribute_stats(
      'schemaname', 'public', 'relname', found.relname::text, 'attname', found.attname::text, 'inherited', false,
      'null_frac', 0::real, 'avg_width', 16,
      -- Below zero: a part of the rows.
      'n_distinct', CASE
        WHEN found.attname = 'tenant_id' THEN 20
        WHEN found.attname = 'id' OR found.atttypid = 'bytea'::regtype THEN -1
        WHEN found.atttypid IN ('uuid'::regtype, 'timestamptz'::regtype) THEN -0.5
        ELSE 4
      END::real);
  END LOOP;
END $$`;
