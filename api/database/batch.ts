import pg from "pg";
import type { BoundValue, Statement } from "./statement.js";

/** A row as the driver's parsers make it. */
type Row = Record<string, unknown>;

/** A statement on its way, with whoever waits for its rows. */
export interface Call {
  readonly statement: Statement;
  readonly values: readonly BoundValue[];
  resolve(rows: Row[]): void;
  reject(error: unknown): void;
}

/** What one connection has prepared, and how the rows of each statement are read. */
export type Prepared = Map<string, Columns>;

interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}
type Columns = readonly Column[];

interface RowDescription {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
}

/**
 * Statements that are sent together, as one piece, and answered together: one round trip for all (the extended query
 * protocol with one Sync, PostgreSQL manual 54.2.4). A statement that fails takes those behind it along, which are
 * not run. It is a submittable of the driver's, as its cursors are.
 */
export class Batch implements pg.Submittable {
  private readonly rows: Row[][];
  /** The statement whose answer is being read. */
  private current = 0;
  private columns: Columns | undefined;
  private unreadable: unknown = null;

  /** @param ended called when the next may be sent, before anybody learns of the outcome */
  constructor(
    private readonly calls: readonly Call[],
    private readonly prepared: Prepared,
    private readonly ended: (error: Error | null) => void,
  ) {
    this.rows = calls.map(() => []);
  }

  /** Called by the driver when it is our turn. */
  submit(connection: pg.Connection): void {
    connection.stream.cork();
    for (const { statement, values } of this.calls) {
      const { name, text } = statement;
      if (name === "" || !this.prepared.has(name)) {
        // One that failed while it was being prepared may stand there or not; closing what is not there is no error.
        if (name !== "") connection.close({ type: "S", name }, true);
        connection.parse({ name, text, types: [] }, true);
        connection.describe({ type: "S", name }, true);
      }
      connection.bind({ statement: name, values: [...values] }, true);
      connection.execute(null, true);
    }
    connection.sync();
    connection.stream.uncork();
  }

  handleRowDescription({ fields }: RowDescription): void {
    this.columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: pg.types.getTypeParser(dataTypeID, "text") as Column["parse"],
    }));
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const { name } = this.calls[this.current]!.statement;
    const columns = this.columns ?? this.prepared.get(name) ?? [];
    try {
      this.rows[this.current]!.push(readRow(columns, fields));
    } catch (error) {
      // Nobody could catch it here, in the middle of the driver's reading.
      this.unreadable ??= error;
    }
  }

  handleCommandComplete(): void {
    const { name } = this.calls[this.current]!.statement;
    if (!this.prepared.has(name) && name !== "") this.prepared.set(name, this.columns ?? []);
    this.columns = undefined;
    this.current += 1;
  }

  /** Everything is done, and what was to be committed is committed. */
  handleReadyForQuery(): void {
    this.ended(null);
    this.calls.forEach((call, index) => {
      if (this.unreadable === null) call.resolve(this.rows[index]!);
      else call.reject(this.unreadable);
    });
  }

  /** A statement failed, or the connection is lost. The driver tells of no further end. */
  handleError(error: Error): void {
    // For the log: the driver's error says what was wrong, and not with which statement.
    const failed = this.calls[this.current]?.statement.text;
    if (failed !== undefined) Object.assign(error, { statement: failed });
    this.ended(error);
    for (const call of this.calls) call.reject(error);
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete();
  }

  handlePortalSuspended(): void {
    throw new Error("No statement is sent with a limit of rows.");
  }

  handleCopyInResponse(connection: pg.Connection): void {
    (connection as unknown as { sendCopyFail(message: string): void }).sendCopyFail("COPY is not for here.");
  }
}

function readRow(columns: Columns, fields: readonly (string | null)[]): Row {
  const row: Row = {};
  for (let index = 0; index < columns.length; index++) {
    const { name, parse } = columns[index]!;
    const text = fields[index];
    row[name] = text === null || text === undefined ? null : parse(text);
  }
  return row;
}
