import type { Failure } from "../../failure/failure.js";
import type { RefusalForm } from "../dialect.js";
import { CertSignFailure } from "./certSignFailure.js";
import { type CertSignErrorCode, certSignErrors, errorCodeOf, errorLabels } from "./errorCodes.js";

/** How this dialect says no. */
export interface CertSignError {
  readonly errorCode: CertSignErrorCode;
  readonly errorMsg: string;
  /** Of a code that did not do. */
  readonly errorLabel?: string;
  readonly requestId: string;
  /** What is at fault, as a path. */
  readonly field?: string;
  /** How often a code can be tried again. */
  readonly triesLeft?: number;
  /** Seconds after which it can be asked again. */
  readonly retryAfter?: number;
}

export const refusals: RefusalForm = {
  status: (failure) => certSignErrors[codeOf(failure)],
  body: (failure, requestId) => presentError(failure, requestId),
};

function presentError(failure: Failure, requestId: string): CertSignError {
  const errorCode = codeOf(failure);
  const errorLabel = errorLabels[errorCode];
  const { remaining_attempts: triesLeft, retry_after: retryAfter } = failure.extensions;
  return {
    errorCode,
    errorMsg: failure.message,
    ...(errorLabel !== undefined && { errorLabel }),
    requestId,
    ...(failure.param !== undefined && { field: failure.param }),
    ...(typeof triesLeft === "number" && { triesLeft }),
    ...(typeof retryAfter === "number" && { retryAfter }),
  };
}

function codeOf(failure: Failure): CertSignErrorCode {
  return failure instanceof CertSignFailure ? failure.errorCode : errorCodeOf[failure.code];
}
