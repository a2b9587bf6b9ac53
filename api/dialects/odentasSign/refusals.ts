import { Failure } from "../../failure/failure.js";
import type { RefusalForm } from "../dialect.js";
import type { Refuse } from "../reading/fields.js";

/** How this dialect says no: a sentence, and what a program needs to act on it. */
export const odentasRefusals: RefusalForm = {
  status: (_failure, usual) => usual,
  body: ({ message, code, param, extensions }, requestId) => ({
    error: message,
    code,
    ...(param !== undefined && { field: param }),
    ...(typeof extensions["retry_after"] === "number" && { retryAfter: extensions["retry_after"] }),
    request_id: requestId,
  }),
};

/** Refuses one field of a request. */
export const refuseField: Refuse = (path, _fault, why) => {
  const param = path === "" ? "body" : path;
  return new Failure("field_invalid", `${param} ${why}.`, { param });
};
