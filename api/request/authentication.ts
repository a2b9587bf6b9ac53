import type { Request, RequestHandler } from "express";
import { authenticate } from "../apiKeys/authenticate.js";
import type { Caller } from "../apiKeys/caller.js";
import type { Scope } from "../apiKeys/scopes.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";

const callers = new WeakMap<Request, Caller>();

/**
 * Finds out who calls before a byte of the body is read, so that a stranger cannot make the server take in
 * documents.
 */
export function apiKeyAuthentication(platform: Pick<Platform, "database" | "clock">): RequestHandler {
  return async (request, _response, next) => {
    callers.set(request, await authenticate(platform, bearerToken(request)));
    next();
  };
}

/** The caller of an authenticated request. */
export function callerOf(request: Request): Caller {
  const caller = callers.get(request);
  if (!caller) throw new Failure("api_key_missing", "Send your API key as `Authorization: Bearer …`.");
  return caller;
}

/**
 * Called by the generated routes for each `@Security("api_key", [scope])`.
 * @throws Failure `scope_missing`
 */
export async function expressAuthentication(
  request: Request,
  _scheme: string,
  scopes: string[] = [],
): Promise<Caller> {
  const caller = callerOf(request);
  for (const scope of scopes) {
    if (!caller.scopes.includes(scope as Scope)) {
      throw new Failure("scope_missing", `This API key has no scope ${scope}.`, { extensions: { scope } });
    }
  }
  return caller;
}

/** The token of an `Authorization: Bearer` header (RFC 6750 2.1), or null. */
export function bearerToken(request: Request): string | null {
  return /^Bearer +([\x21-\x7e]{1,4096})$/i.exec(request.header("Authorization") ?? "")?.[1] ?? null;
}
