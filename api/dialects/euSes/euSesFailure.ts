import type { FailureCode } from "../../failure/codes.js";
import { Failure, type FailureDetails } from "../../failure/failure.js";

/** A refusal with this dialect's own number. */
export class EuSesFailure extends Failure {
  /**
   * @param number of `euSesErrors`
   * @param message one sentence for the caller, as the dialect's first maker writes it where it publishes one
   * @param code ours, which decides the HTTP status
   */
  constructor(
    readonly number: number,
    message: string,
    code: FailureCode = "field_invalid",
    details: FailureDetails = {},
  ) {
    super(code, message, details);
  }
}
