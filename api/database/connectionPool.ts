import type pg from "pg";
import type { Prepared } from "./batch.js";
import { Connection } from "./connection.js";

/** Connections, each with what it has prepared. */
export class ConnectionPool {
  private readonly prepared = new WeakMap<pg.PoolClient, Prepared>();
  private closed: Promise<void> | undefined;

  constructor(private readonly pool: pg.Pool) {
    // A lost connection is told to whoever uses it, by an error; one that nobody uses is replaced.
    pool.on("error", () => undefined);
    pool.on("connect", (client) => {
      this.prepared.set(client, new Map());
      client.on("error", () => undefined);
    });
  }

  /** Runs `work` on a connection that is nobody else's meanwhile. One that failed is thrown away. */
  async use<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    const connection = new Connection(client, this.prepared.get(client)!);
    try {
      return await work(connection);
    } finally {
      client.release(connection.isBroken);
    }
  }

  /** Resolves when the connections in use are given back, and all are ended. May be called again. */
  close(): Promise<void> {
    this.closed ??= this.pool.end();
    return this.closed;
  }
}
