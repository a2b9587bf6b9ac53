import { EngineError } from "../error.js";

/**
 * The refusal of a damaged file.
 * @param what is wrong, as a clause without a full stop
 * @param offset byte offset from the start of the file (or of the inflated stream that `what` names)
 */
export function damaged(what: string, offset: number, cause?: unknown): EngineError {
  return new EngineError("pdf_damaged", `The PDF is damaged: ${what}, at byte ${offset}.`, cause);
}

/** The refusal of a file that exceeds a limit; the message names the limit and its value. */
export function limitExceeded(what: string, name: string, value: number): EngineError {
  return new EngineError("pdf_limit_exceeded", `The PDF has ${what}: the limit ${name} is ${value}.`);
}
