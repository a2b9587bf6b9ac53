import type { FailureCode } from "./codes.js";

/** A member that a problem document carries besides the standard ones. */
export type Extension = string | number | boolean | null | readonly string[];

export interface FailureDetails {
  /** The field of the request that is at fault, as a path: `documents[0].content`. */
  readonly param?: string;
  /** Members that the problem document carries besides the standard ones: remaining tries, seconds to wait. */
  readonly extensions?: Readonly<Record<string, Extension>>;
  /** What led to it; goes to the log, never to a caller. */
  readonly cause?: unknown;
}

/** A refusal that a caller is meant to understand: a stable code and one sentence. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly param: string | undefined;
  readonly extensions: Readonly<Record<string, Extension>>;

  /**
   * @param code the reason, from the closed list
   * @param message one sentence for the caller, naming the field and the limit
   */
  constructor(
    readonly code: FailureCode,
    message: string,
    details: FailureDetails = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.param = details.param;
    this.extensions = details.extensions ?? {};
  }
}

/** The one answer for an object that does not exist, and for one that belongs to another tenant. */
export function notFound(what: string): Failure {
  return new Failure("not_found", `No such ${what}.`);
}
