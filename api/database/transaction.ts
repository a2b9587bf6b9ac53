import type { Knex } from "knex";

/** One transaction of one tenant. */
export class Transaction {
  constructor(
    private readonly trx: Knex.Transaction,
    /** UUID of the tenant whose rows are visible here. */
    readonly tenantId: string,
  ) {}

  /**
   * Runs one statement and returns its rows. Bindings are named: `WHERE id = :id`. `:tenant` is always bound.
   * A `::type` cast is written as it is; a literal colon is written `\\:`.
   */
  async query<Row = Record<string, unknown>>(
    sql: string,
    bindings: Readonly<Record<string, unknown>> = {},
  ): Promise<Row[]> {
    const result = await this.trx.raw<{ rows: Row[] }>(sql, { ...bindings, tenant: this.tenantId } as never);
    return result.rows;
  }

  /** As `query`, where one row or none is expected. */
  async one<Row = Record<string, unknown>>(
    sql: string,
    bindings: Readonly<Record<string, unknown>> = {},
  ): Promise<Row | null> {
    const rows = await this.query<Row>(sql, bindings);
    return rows[0] ?? null;
  }
}
