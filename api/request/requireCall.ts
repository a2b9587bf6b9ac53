import type { Request } from "express";
import type { Caller } from "../apiKeys/caller.js";
import type { Scope } from "../apiKeys/scopes.js";
import { callerOf, requireScope } from "./authentication.js";

/**
 * Lets a call of another API's through when its caller may do what it does, or has a scope that names the call.
 * @param scope what it takes in the words of `/v1`
 * @throws Failure `scope_missing`
 */
export function requireCall(request: Request, scope: Scope): Caller {
  const caller = callerOf(request);
  requireScope(request, caller, scope);
  return caller;
}
