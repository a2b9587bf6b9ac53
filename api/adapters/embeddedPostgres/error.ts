/** Why the embedded PostgreSQL cannot be had. Closed: a caller may switch over it. */
export type EmbeddedPostgresErrorCode =
  | "platform_unsupported"
  | "account_unusable"
  | "directory_foreign"
  | "directory_damaged"
  | "version_unsupported"
  | "start_failed"
  | "stop_failed";

/** A refusal of the embedded PostgreSQL, with a sentence that tells the operator what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = "EmbeddedPostgresError";

  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, cause === undefined ? undefined : { cause });
  }
}
