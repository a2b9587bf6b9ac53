import type { RequestHandler } from "express";
import { Failure } from "../failure/failure.js";

/** Media types of JSON: its own, and those that are built on it (RFC 6838 4.2.8). */
export const jsonTypes = ["application/json", "application/*+json"];

/**
 * Refuses a body of a type that nobody here reads; otherwise it would be taken for no body at all.
 * @param others media types that are taken beside JSON
 */
export function requireMediaType(...others: readonly string[]): RequestHandler {
  const taken = [...jsonTypes, ...others];
  return (request, _response, next) => {
    // Clients send `Content-Length: 0` with a POST of nothing; and who read a body already knew its type.
    const hasBody = request.header("Content-Length") !== "0" && request.body === undefined;
    if (hasBody && request.is(taken) === false) {
      throw new Failure(
        "media_type_unsupported",
        `Send the body as ${["application/json", ...others].join(" or ")}.`,
      );
    }
    next();
  };
}
