import { errors } from "undici";
import { OutboundError, type OutboundErrorCode, type OutboundTiming } from "../../ports/outboundHttp.js";
import { AnswerTooLong } from "./connection.js";
import { AddressForbidden, type Opening } from "./guardedSocket.js";

const certificateFaults: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "has expired",
  CERT_NOT_YET_VALID: "is not valid yet",
  DEPTH_ZERO_SELF_SIGNED_CERT: "is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "comes from an authority that is not trusted",
  UNABLE_TO_GET_ISSUER_CERT: "comes from an authority that is not trusted",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "comes from an authority that is not trusted",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "comes without its chain, or from an authority that is not trusted",
  ERR_TLS_CERT_ALTNAME_INVALID: "is for another name",
};

/**
 * Says why there is no answer. What the system and its libraries say is not passed on, but for its code: there are
 * names and addresses in it.
 * @param phase how far the connection had come
 */
export function outboundFailure(
  error: unknown,
  phase: Opening["phase"],
  timing: OutboundTiming,
): OutboundError {
  const fail = (code: OutboundErrorCode, sentence: string) => new OutboundError(code, sentence, timing);
  if (error instanceof AddressForbidden) {
    return fail("address_forbidden", "The URL leads to an address that may not be connected to.");
  }
  const codes = codesOf(error);
  const [code = "unknown"] = codes;
  switch (phase) {
    case "dns":
      return fail("name_not_found", `The URL's host cannot be resolved to an address (${code}).`);
    case "connect":
      if (codes.includes("ECONNREFUSED")) {
        return fail("connection_refused", "The URL's server refuses the connection.");
      }
      return fail("connection_failed", `The URL's server cannot be reached (${code}).`);
    case "tls": {
      const fault = certificateFaults[code];
      return fault === undefined
        ? fail("tls_failed", `TLS with the URL's server fails (${code}).`)
        : fail("tls_failed", `The certificate of the URL's server ${fault} (${code}).`);
    }
    case "open": {
      const fault = faultOf(error, code);
      return fault === null
        ? fail("connection_failed", `The URL's server broke off before its answer was complete (${code}).`)
        : fail("response_invalid", `The URL's server sends no proper HTTP response: ${fault}.`);
    }
  }
}

/** Says what is wrong with the bytes that came; null where they only ended too soon. */
function faultOf(error: unknown, code: string): string | null {
  if (error instanceof errors.HTTPParserError) {
    const [, reason = "it cannot be read"] = /\(([^()]+)\)$/.exec(error.message) ?? [];
    // The connection's end came within a chunk.
    return reason === "Invalid EOF state" ? null : reason;
  }
  if (error instanceof AnswerTooLong) return "it goes on without end";
  if (code === "UND_ERR_HEADERS_OVERFLOW") return "its header is too large";
  // An answer nobody asked for, an interim one that was not to come, another protocol.
  const unasked = code === "UND_ERR_SOCKET" && (error as Error).message.startsWith("bad ");
  return unasked ? "it is none to this request" : null;
}

/** Of the error, or of those of each address that was tried. */
function codesOf(error: unknown): string[] {
  const errors: unknown[] = error instanceof AggregateError ? error.errors : [error];
  return errors.flatMap((each) => {
    const { code } = each as { code?: unknown };
    return typeof code === "string" && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? [code] : [];
  });
}
