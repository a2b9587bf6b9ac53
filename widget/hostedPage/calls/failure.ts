/** The body of an RFC 9457 problem, as far as this page reads it. */
export interface ProblemDetails {
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly code?: string;
  readonly request_id?: string;
  readonly [extension: string]: unknown;
}

/** The server answered, and said no. */
export class Problem extends Error {
  override readonly name = "Problem";

  constructor(
    readonly status: number,
    readonly details: ProblemDetails,
  ) {
    super(details.title ?? `HTTP ${status}`);
  }

  /** The stable code, e.g. `otp_wrong`; empty where the answer had none. */
  get code(): string {
    return this.details.code ?? "";
  }

  /** An extension that is a whole number, or undefined. */
  number(extension: string): number | undefined {
    const value = this.details[extension];
    return typeof value === "number" && Number.isFinite(value) ? value : undefined;
  }
}

/** No answer came: whether the server did what was asked is not known. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}
