import type { Request, RequestHandler } from "express";
import { ipKeyGenerator, MemoryStore, type Options, rateLimit } from "express-rate-limit";
import { Failure } from "../failure/failure.js";
import { callerOf, isAdmitted } from "../request/authentication.js";

const windowMs = 60_000;

/** Requests per minute, by who asks. */
export interface RateLimits {
  readonly perApiKey: number;
  readonly perAddress: number;
}

/** Counts by API key, after it has been found good. */
export function limitByApiKey(limits: RateLimits): RequestHandler {
  return limiter("api-key", limits.perApiKey, (request) => callerOf(request).apiKeyId);
}

/** Counts by network address (IPv6 by its /56), for what needs no key. */
export function limitByAddress(limits: RateLimits, policy: string): RequestHandler {
  return limiter(policy, limits.perAddress, byAddress);
}

/**
 * Counts by network address who was not let in: guesses at keys, certificates that were revoked, keys in the wrong
 * place. Counted once that is known, so that good keys, which are counted by themselves, never fill this count, however
 * many requests are under way.
 */
export function limitFailuresByAddress(limits: RateLimits): RequestHandler {
  const failures = new MemoryStore();
  failures.init({ windowMs } as Options);
  return async (request, response, next) => {
    const address = byAddress(request);
    const counted = await failures.get(address);
    const waitMs = (counted?.resetTime?.getTime() ?? 0) - Date.now();
    if (counted && counted.totalHits >= limits.perAddress && waitMs > 0) {
      throw tooMany(limits.perAddress, Math.ceil(waitMs / 1000));
    }
    response.on("finish", () => {
      const { statusCode } = response;
      if (statusCode === 401 || (statusCode === 403 && !isAdmitted(request)))
        void failures.increment(address);
    });
    next();
  };
}

function byAddress(request: Request): string {
  return ipKeyGenerator(request.ip ?? "unknown");
}

/** `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers) with every answer, 429 beyond. */
function limiter(policy: string, limit: number, keyGenerator: (request: Request) => string): RequestHandler {
  return rateLimit({
    windowMs,
    limit,
    identifier: policy,
    standardHeaders: "draft-8",
    legacyHeaders: false,
    keyGenerator,
    handler: (_request, response, next) =>
      next(tooMany(limit, Number(response.getHeader("Retry-After") ?? 60))),
  });
}

function tooMany(limit: number, retryAfter: number): Failure {
  return new Failure(
    "rate_limited",
    `More than ${limit} requests in a minute; try again in ${retryAfter} seconds.`,
    { extensions: { retry_after: retryAfter, limit } },
  );
}
