import type { RequestHandler } from "express";
import type { Platform } from "../platform.js";

/**
 * One line per request. It names the route's pattern and never the path itself, which may hold a signing link, and
 * neither query nor body nor address.
 */
export function accessLog(platform: Pick<Platform, "log">): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    response.on("finish", () => {
      platform.log.info(
        {
          request_id: response.locals["requestId"],
          method: request.method,
          route: typeof request.route?.path === "string" ? request.route.path : "none",
          status: response.statusCode,
          ms: Math.round((performance.now() - started) * 10) / 10,
        },
        "request",
      );
    });
    next();
  };
}
