import type { RequestHandler } from "express";
import { Failure } from "../failure/failure.js";
import type { Limits } from "../platform.js";

/** What one request may carry: the largest document in base64, and room for the rest. In bytes. */
export function bodyLimit(limits: Limits): number {
  return Math.ceil(limits.documentBytes * 1.4) + 1_000_000;
}

/**
 * Bounds a whole multipart request, as JSON is bounded: each file may be of the largest size, but not all of them,
 * because they are held in memory together. Whoever leaves the length out is cut off where the limit is passed.
 */
export function boundedMultipart(limits: Limits): RequestHandler {
  const most = bodyLimit(limits);
  return (request, _response, next) => {
    if (request.is("multipart/form-data")) {
      if (Number(request.header("Content-Length") ?? 0) > most) {
        throw new Failure(
          "body_too_large",
          `A request may have at most ${most} bytes; add documents in several.`,
          {
            extensions: { limit: most },
          },
        );
      }
      let seen = 0;
      request.on("data", (chunk: Buffer) => {
        seen += chunk.length;
        if (seen > most) request.destroy();
      });
      // Listening must not begin to drain the body before the parser is there to take it.
      request.pause();
    }
    next();
  };
}
