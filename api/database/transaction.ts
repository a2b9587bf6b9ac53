import type { Connection } from "./connection.js";

/** Durable work that a transaction can leave behind, to be taken up as soon as it has committed. */
export const announcedWork = ["messages", "webhooks", "signings", "documents"] as const;
export type AnnouncedWork = (typeof announcedWork)[number];

/** Takes statements of whose rows nobody asks. Every transaction is one. */
export interface Writer {
  readonly tenantId: string;
  query(sql: string, bindings?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /**
   * Runs a statement that answers with one row: `isOwed`, whether there is such work now. If so it is announced, however
   * late the answer comes.
   */
  announcing(
    work: AnnouncedWork,
    sql: string,
    bindings?: Readonly<Record<string, unknown>>,
  ): Promise<unknown>;
}

/** One transaction of one tenant. */
export class Transaction implements Writer {
  /** What others need to hear of once this has committed. */
  readonly announced = new Set<AnnouncedWork>();
  #connection: Connection | null;
  #failure: { readonly error: unknown } | null = null;
  readonly #last: Promise<unknown>[] = [];

  constructor(
    connection: Connection,
    /** UUID of the tenant whose rows are visible here. */
    readonly tenantId: string,
  ) {
    this.#connection = connection;
  }

  /**
   * Runs one statement and returns its rows. Bindings are named: `WHERE id = :id`. `:tenant` is always bound.
   * A `::type` cast is written as it is; a literal colon is written `\\:`.
   *
   * Statements that do not need each other's answers are best begun together and awaited together
   * (`Promise.all`): they run in the order in which they were begun, and cost one round trip.
   */
  async query<Row = Record<string, unknown>>(
    sql: string,
    bindings: Readonly<Record<string, unknown>> = {},
  ): Promise<Row[]> {
    // The connection may serve another tenant by now.
    if (this.#connection === null) throw new Error("This transaction has ended.");
    try {
      return await this.#connection.run<Row>(sql, { ...bindings, tenant: this.tenantId });
    } catch (error) {
      this.#failure ??= { error };
      throw error;
    }
  }

  /** As `query`, where one row or none is expected. */
  async one<Row = Record<string, unknown>>(
    sql: string,
    bindings: Readonly<Record<string, unknown>> = {},
  ): Promise<Row | null> {
    const rows = await this.query<Row>(sql, bindings);
    return rows[0] ?? null;
  }

  /**
   * For what is written last: a statement is begun, and not waited for, so that it goes out together with the COMMIT.
   * Where it fails nothing is committed, and `withTenant` throws its error.
   */
  get last(): Writer {
    const query: Writer["query"] = async (sql, bindings) => {
      const begun = this.query(sql, bindings);
      // Where it never comes to the COMMIT, that has a reason of its own.
      begun.catch(() => undefined);
      this.#last.push(begun);
    };
    const announcing: Writer["announcing"] = async (work, sql, bindings) => {
      const begun = this.announcing(work, sql, bindings);
      begun.catch(() => undefined);
      this.#last.push(begun);
    };
    return { tenantId: this.tenantId, query, announcing };
  }

  async announcing(
    work: AnnouncedWork,
    sql: string,
    bindings?: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const answer = await this.one<{ isOwed: boolean }>(sql, bindings);
    if (answer?.isOwed) this.announce(work);
  }

  /** Says that there are new rows of this kind of work, so that nobody in this process has to look for them. */
  announce(work: AnnouncedWork): void {
    this.announced.add(work);
  }

  /** Takes no statement any more. */
  close(): void {
    this.#connection = null;
  }

  /**
   * Closes it, to be committed.
   * @returns what goes out with the COMMIT
   * @throws the error of a statement that failed, whoever has caught it: PostgreSQL would roll back at the COMMIT, and
   * not call that an error
   */
  finish(): readonly Promise<unknown>[] {
    this.close();
    if (this.#failure) throw this.#failure.error;
    return this.#last;
  }
}
