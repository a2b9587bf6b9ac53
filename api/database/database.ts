import type { Announced } from "./announcedTenants.js";
import type { Connection } from "./connection.js";
import type { ConnectionPool } from "./connectionPool.js";
import { type AnnouncedWork, Transaction } from "./transaction.js";

/**
 * The database as the capabilities see it. `withTenant` is the only way to a tenant's rows: row-level security
 * shows none until it has said whose they are, and the setting ends with the transaction, so that a pooled
 * connection never carries one tenant's identity to another's request.
 */
export class Database {
  readonly #listeners = new Map<AnnouncedWork, Set<(tenants: Announced) => void>>();

  constructor(private readonly pool: ConnectionPool) {}

  /**
   * Runs `work` in one transaction in which only this tenant's rows exist. Commits when it resolves, rolls back
   * when it throws.
   * @param tenantId UUID of the tenant
   */
  withTenant<T>(tenantId: string, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.pool.use(async (connection) => {
      const transaction = new Transaction(connection, tenantId);
      try {
        // It goes out with the first statements of the work, which fail with it.
        const begun = begin(connection, tenantId);
        begun.catch(() => undefined);
        const result = await work(transaction);
        // Behind a statement that fails, PostgreSQL runs none of those that were sent with it.
        await Promise.all([begun, ...transaction.finish(), connection.run("COMMIT")]);
        for (const work of transaction.announced) this.announce(work, [tenantId]);
        return result;
      } catch (error) {
        transaction.close();
        await connection.rollBack();
        throw error;
      }
    });
  }

  /**
   * Runs one statement in a transaction of its own, as `withTenant` would, in one round trip.
   * @param tenantId UUID of the tenant; `:tenant` is bound to it
   */
  async query<Row = Record<string, unknown>>(
    tenantId: string,
    sql: string,
    bindings: Readonly<Record<string, unknown>> = {},
  ): Promise<Row[]> {
    const [rows] = await this.queries(tenantId, [{ sql, bindings }]);
    return rows as Row[];
  }

  /**
   * As `query`, of statements that do not need each other's answers: one transaction, one round trip.
   * @returns the rows of each
   */
  queries(tenantId: string, statements: readonly BoundStatement[]): Promise<unknown[][]> {
    return this.pool.use(async (connection) => {
      try {
        const begun = begin(connection, tenantId);
        const rows = statements.map(({ sql, bindings }) =>
          connection.run(sql, { ...bindings, tenant: tenantId }),
        );
        const [, answers] = await Promise.all([begun, Promise.all(rows), connection.run("COMMIT")]);
        return answers;
      } catch (error) {
        await connection.rollBack();
        throw error;
      }
    });
  }

  /**
   * Calls one of the few functions that look across tenants (`find_api_key`, `find_signing_link`, `due_work`); they
   * return ids, keys and times, and no name, address or content.
   */
  lookup<Row>(sql: string, bindings: Readonly<Record<string, unknown>>): Promise<Row[]> {
    return this.pool.use((connection) => connection.run<Row>(sql, bindings));
  }

  /**
   * Has a function called after each transaction that announced such work. It only saves waiting: what is not heard of
   * is found by looking for it. It is told whose work it is.
   * @returns ends that
   */
  onAnnounced(work: AnnouncedWork, listener: (tenants: Announced) => void): () => void {
    const listeners = this.#listeners.get(work) ?? new Set();
    this.#listeners.set(work, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  /** Says that there is such work, of whatever process. */
  announce(work: AnnouncedWork, tenants: Announced): void {
    for (const listener of this.#listeners.get(work) ?? []) listener(tenants);
  }

  /** Resolves when the database answers; for readiness. */
  async probe(): Promise<void> {
    await this.lookup("SELECT 1", {});
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

/** A statement's text and its bindings; `:tenant` is bound to the tenant. */
export interface BoundStatement {
  readonly sql: string;
  readonly bindings: Readonly<Record<string, unknown>>;
}

async function begin(connection: Connection, tenantId: string): Promise<void> {
  await Promise.all([
    connection.run("BEGIN"),
    connection.run("SELECT set_config('app.tenant_id', :tenantId, true)", { tenantId }),
  ]);
}
