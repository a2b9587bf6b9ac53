import type { FailureCode } from "../../failure/codes.js";
import { Failure } from "../../failure/failure.js";
import type { Fault, Refuse } from "../reading/fields.js";
import type { CertSignErrorCode } from "./errorCodes.js";

/** A refusal of this dialect's own. */
export class CertSignFailure extends Failure {
  /**
   * @param errorCode the reason, from the dialect's closed list
   * @param message one sentence for the caller
   * @param field of the request that is at fault, where one is
   * @param code what it is to the rest of the service
   */
  constructor(
    readonly errorCode: CertSignErrorCode,
    message: string,
    field: string | null = null,
    code: FailureCode = "field_invalid",
  ) {
    super(code, message, field === null ? {} : { param: field });
  }
}

const codes: Readonly<Record<Fault, CertSignErrorCode>> = {
  missing: "FIELD_MISSING",
  invalid: "FIELD_INVALID",
  unknown: "FIELD_UNKNOWN",
};

/** Refuses a field of a body or of a query. */
export const refuseField: Refuse = (path, fault, why) =>
  path === ""
    ? new CertSignFailure("BODY_INVALID", `The body ${why}.`)
    : new CertSignFailure(codes[fault], `${path} ${why}.`, path);
