import { EngineError, type EngineErrorCode } from "../error.js";

/** That one of several documents could not be signed, and so none was. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";

  /**
   * @param documentIndex which document, counted from 0
   * @param cause what signing it alone would have thrown
   */
  constructor(
    readonly documentIndex: number,
    cause: unknown,
  ) {
    super(`Document ${documentIndex}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }

  /** The code of the engine's refusal; undefined when a function of the caller's failed. */
  get code(): EngineErrorCode | undefined {
    return this.cause instanceof EngineError ? this.cause.code : undefined;
  }
}
