import type pg from "pg";
import { Batch, type Call, type Prepared } from "./batch.js";
import { boundValues, statementOf } from "./statement.js";

/**
 * A prepared statement that is good for nothing any more: the result of its plan changed with the schema, or whatever
 * stands between us and PostgreSQL has lost it.
 */
const staleStatement = ["0A000", "26000"];

/**
 * A connection from the pool, in use. Statements that are given to it without waiting for the answer of the one before
 * go out together: those of the same turn of the event loop, and all that come while an answer is under way.
 */
export class Connection {
  private waiting: Call[] = [];
  private isBusy = false;
  private isScheduled = false;
  private broken = false;

  constructor(
    private readonly client: pg.PoolClient,
    private readonly prepared: Prepared,
  ) {}

  /** Whether nobody may use it again. */
  get isBroken(): boolean {
    return this.broken;
  }

  /** Runs a statement. @returns its rows @throws pg's DatabaseError; Error when a binding is missing */
  run<Row>(sql: string, bindings: Readonly<Record<string, unknown>> = {}): Promise<Row[]> {
    const statement = statementOf(sql);
    const values = boundValues(statement, bindings);
    return new Promise((resolve, reject) => {
      this.waiting.push({ statement, values, resolve: resolve as Call["resolve"], reject });
      this.schedule();
    });
  }

  /** Undoes the transaction. What waits behind a failed statement is not sent any more. */
  async rollBack(): Promise<void> {
    const error = new Error("The transaction was rolled back before this statement was sent.");
    for (const call of this.waiting.splice(0)) call.reject(error);
    try {
      await this.run("ROLLBACK");
    } catch {
      // Whoever used it knows already; for anybody else it could still be in the middle of this transaction.
      this.broken = true;
    }
  }

  private schedule(): void {
    if (this.isBusy || this.isScheduled) return;
    this.isScheduled = true;
    // Behind the promises that can go on now: what they have to say goes with it.
    process.nextTick(() => {
      this.isScheduled = false;
      if (this.waiting.length > 0) this.send();
    });
  }

  private send(): void {
    const calls = this.waiting;
    this.waiting = [];
    this.isBusy = true;
    this.client.query(new Batch(calls, this.prepared, (error) => this.answered(error)));
  }

  private answered(error: Error | null): void {
    this.isBusy = false;
    if (error && "code" in error && staleStatement.includes(String(error.code))) this.broken = true;
    if (this.waiting.length > 0) this.schedule();
  }
}
