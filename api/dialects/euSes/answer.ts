import type { Request, Response } from "express";
import { callerOf } from "../../request/authentication.js";

/** What every answer of this dialect comes in, unless the caller's key says that it comes bare. */
export interface EuSesEnvelope<Data> {
  readonly data: Data;
  readonly success: true;
  readonly message: string;
  readonly error: null;
}

/**
 * Answers 200 in the dialect's envelope, or with the bare data where the caller's key says so: the two sources that its
 * first maker publishes disagree, and callers were written after either.
 * @param message a word for a reader, as `Created`
 */
export function answer(request: Request, response: Response, data: unknown, message = ""): void {
  const envelope: EuSesEnvelope<unknown> = { data, success: true, message, error: null };
  response.status(200).json(callerOf(request).euSesBare ? data : envelope);
}
