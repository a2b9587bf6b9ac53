import type { Knex } from "knex";
import { Transaction } from "./transaction.js";

/**
 * The database as the capabilities see it. `withTenant` is the only way to a tenant's rows: row-level security
 * shows none until it has said whose they are, and the setting ends with the transaction, so that a pooled
 * connection never carries one tenant's identity to another's request.
 */
export class Database {
  constructor(private readonly knex: Knex) {}

  /**
   * Runs `work` in one transaction in which only this tenant's rows exist. Commits when it resolves, rolls back
   * when it throws.
   * @param tenantId UUID of the tenant
   */
  async withTenant<T>(tenantId: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.knex.transaction(async (trx) => {
      await trx.raw("SELECT set_config('app.tenant_id', ?, true)", [tenantId]);
      return work(new Transaction(trx, tenantId));
    });
  }

  /**
   * Calls one of the few functions that look across tenants (`find_api_key`, `find_signing_link`, `due_work`); they
   * return ids, keys and times, and no name, address or content.
   */
  async lookup<Row>(sql: string, bindings: Readonly<Record<string, unknown>>): Promise<Row[]> {
    const result = await this.knex.raw<{ rows: Row[] }>(sql, bindings as Record<string, never>);
    return result.rows;
  }

  /** Resolves when the database answers; for readiness. */
  async probe(): Promise<void> {
    await this.knex.raw("SELECT 1");
  }

  async close(): Promise<void> {
    await this.knex.destroy();
  }
}
