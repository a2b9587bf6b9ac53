import { Readable } from "node:stream";
import type { Request } from "express";
import type { Log } from "../ports/log.js";

/**
 * Bytes that are sent as they are made, for a controller to return. Where making them fails after the answer has begun,
 * the connection is broken, so that nobody takes what has arrived for the whole; where the caller goes away, no more are
 * made.
 */
export function streamed(
  request: Request,
  parts: AsyncGenerator<Uint8Array> | Iterable<Uint8Array>,
  log: Log,
): Readable {
  const stream = Readable.from(parts, { objectMode: false });
  const { res: response } = request;
  stream.once("error", (error) => {
    log.error({ error }, "an answer was broken off");
    response?.destroy();
  });
  response?.once("close", () => stream.destroy());
  return stream;
}
