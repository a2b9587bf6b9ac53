import type { OutboundErrorCode } from "../../ports/outboundHttp.js";

/** Why an attempt did not deliver. */
export type ErrorClass =
  | OutboundErrorCode
  | "http_3xx"
  | "http_4xx"
  | "http_5xx"
  /** 410: whoever answers says that nobody is there any more. */
  | "gone"
  /** What it is signed with, or its own headers, could not be opened: a fault of ours. */
  | "signing_failed"
  /** Its body could not be made: a fault of ours. */
  | "body_failed";

/** What the status of an answer says. @returns null: it was delivered (any 2xx) */
export function errorClassOf(status: number): ErrorClass | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return "gone";
  if (status < 400) return "http_3xx";
  return status < 500 ? "http_4xx" : "http_5xx";
}

/** What an attempt says of where it went. */
export type Reached =
  | "delivered"
  /** Somebody is there, and does not want it. */
  | "refused"
  /** Nobody is there, or they are overloaded or out of order. */
  | "unreachable"
  /** Nothing: the fault was ours. */
  | "unknown";

/** @param status of the answer; null: there was none */
export function reachedBy(errorClass: ErrorClass | null, status: number | null): Reached {
  switch (errorClass) {
    case null:
      return "delivered";
    case "signing_failed":
    case "body_failed":
      return "unknown";
    case "http_3xx":
    case "gone":
    case "url_invalid":
      return "refused";
    case "http_4xx":
      return status === 429 ? "unreachable" : "refused";
    default:
      return "unreachable";
  }
}
