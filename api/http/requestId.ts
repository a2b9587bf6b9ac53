import type { RequestHandler } from "express";
import { newUuid, publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";

/** Gives each request an id of ours, in the answer's head, in problem documents and in the log. */
export function requestId(platform: Pick<Platform, "clock" | "random">): RequestHandler {
  return (_request, response, next) => {
    const id = publicId("req", newUuid(platform.clock, platform.random));
    response.locals["requestId"] = id;
    response.setHeader("Request-Id", id);
    next();
  };
}
