/** Tenants whose work was announced, as UUIDs; null: of more than are named. */
export type Announced = readonly string[] | null;

/** So many fit into one announcement of PostgreSQL's (8,000 bytes), and more are as well looked for among all. */
const mostNamed = 200;

/** Gathers whose work was announced until somebody takes that up. */
export class AnnouncedTenants {
  #named = new Set<string>();
  #areMore = false;

  add(tenants: Announced): void {
    if (tenants === null) this.#areMore = true;
    else for (const tenant of tenants) this.#named.add(tenant);
    if (this.#named.size > mostNamed) this.#areMore = true;
    if (this.#areMore) this.#named.clear();
  }

  /** What was gathered since the last time. */
  take(): Announced {
    const taken = this.#areMore ? null : [...this.#named];
    this.#named.clear();
    this.#areMore = false;
    return taken;
  }
}
