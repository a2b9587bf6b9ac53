import type { Request, RequestHandler } from "express";
import { AccessRefusals } from "../access/accessRefusals.js";
import { admit } from "../access/admit.js";
import { bareAddress } from "../allowedAddresses/address.js";
import type { Caller } from "../apiKeys/caller.js";
import { namesCall } from "../apiKeys/pathScope.js";
import type { Scope } from "../apiKeys/scopes.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import type { CertificateHeader } from "./certificateHeader.js";
import { isFromAnotherSite } from "./crossSite.js";
import { presentedCertificate } from "./presentedCertificate.js";

const callers = new WeakMap<Request, Caller>();

/**
 * Finds out who calls before a byte of the body is read, so that a stranger cannot make the server take in
 * documents.
 * @param header in which trusted proxies hand on client certificates, null where none does
 */
export function apiKeyAuthentication(
  platform: Pick<Platform, "database" | "clock" | "random" | "log">,
  header: CertificateHeader | null,
): RequestHandler {
  const refusals = new AccessRefusals(platform);
  return async (request, _response, next) => {
    const { fingerprint, asked } = presentedCertificate(request, header);
    const secret = bearerToken(request);
    if (secret === null && fingerprint !== null && isFromAnotherSite(request)) throw borrowed();
    const caller = await admit(platform, refusals, {
      secret,
      fingerprint,
      certificateAsked: asked,
      address: bareAddress(request.ip),
    });
    callers.set(request, caller);
    next();
  };
}

/** Threat: a browser shows its certificate for whichever page asks, a stranger's too (cross-site request forgery). */
function borrowed(): Failure {
  const message = "A page of another site cannot use the client certificate of its browser; send an API key.";
  return new Failure("api_key_missing", message);
}

/** Whether it has been found out who calls. */
export function isAdmitted(request: Request): boolean {
  return callers.has(request);
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
  for (const scope of scopes) requireScope(request, caller, scope as Scope);
  return caller;
}

/**
 * Lets a call through when its caller has the scope that it takes, or one that names the call itself.
 * @throws Failure `scope_missing`
 */
export function requireScope(request: Request, caller: Caller, scope: Scope): void {
  if (caller.scopes.includes(scope)) return;
  const path = `${request.baseUrl}${request.path}`;
  if (namesCall(caller.paths, request.method, path)) return;
  const message = `This API key has no scope ${scope}, and none that names ${request.method} on this path.`;
  throw new Failure("scope_missing", message, { extensions: { scope } });
}

/** The token of an `Authorization: Bearer` header (RFC 6750 2.1), or null. */
export function bearerToken(request: Request): string | null {
  return /^Bearer +([\x21-\x7e]{1,4096})$/i.exec(request.header("Authorization") ?? "")?.[1] ?? null;
}
