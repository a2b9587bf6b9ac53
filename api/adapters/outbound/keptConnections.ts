import type { Connection } from "./connection.js";

interface KeptBounds {
  readonly perOrigin: number;
  readonly inAll: number;
  /** Milliseconds after which a connection is not kept again, so that a name's new address comes into use. */
  readonly ageMs: number;
}

/** Open connections that wait for another request to their origin. What is in use is in nobody's way, and not here. */
export class KeptConnections {
  readonly #bounds: KeptBounds;
  /** The one that was kept last, at the end. */
  readonly #ofOrigin = new Map<string, Connection[]>();
  /** Oldest first. */
  readonly #all = new Set<Connection>();

  constructor(bounds: KeptBounds) {
    this.#bounds = bounds;
  }

  /** Takes the one of an origin that was used last, which is the least likely to have been closed meanwhile. */
  take(origin: string): Connection | undefined {
    const connection = this.#ofOrigin.get(origin)?.at(-1);
    if (connection) this.forget(connection);
    return connection;
  }

  keep(connection: Connection): void {
    if (performance.now() - connection.made > this.#bounds.ageMs) return void connection.destroy();
    const siblings = this.#ofOrigin.get(connection.origin);
    if (siblings === undefined) this.#ofOrigin.set(connection.origin, [connection]);
    else siblings.push(connection);
    this.#all.add(connection);
    if (siblings !== undefined && siblings.length > this.#bounds.perOrigin) this.#drop(siblings[0]!);
    if (this.#all.size > this.#bounds.inAll) this.#drop(this.#all.values().next().value!);
  }

  /** Of one that was not kept: nothing. */
  forget(connection: Connection): void {
    if (!this.#all.delete(connection)) return;
    const siblings = this.#ofOrigin.get(connection.origin)!;
    siblings.splice(siblings.lastIndexOf(connection), 1);
    if (siblings.length === 0) this.#ofOrigin.delete(connection.origin);
  }

  #drop(connection: Connection): void {
    this.forget(connection);
    void connection.destroy();
  }
}
