import { Failure } from "../failure/failure.js";
import type { Caller } from "./caller.js";
import { isWithin, parsePathScope } from "./pathScope.js";
import { isScope, scopes } from "./scopes.js";

/** Scopes of one key that name calls: all are gone through with every request. */
const mostPaths = 50;

/** All that a caller may do, as its key's row has it. */
export function scopesOf({ scopes: own, paths }: Pick<Caller, "scopes" | "paths">): string[] {
  return [...own, ...paths.map(({ text }) => text)];
}

/**
 * Refuses to give more than a caller has itself. Which of our scopes a path needs is for its route to say: so a scope
 * that names calls is given by whoever has all of ours, or one that names as much.
 * @param wanted ours, and `METHOD:host/path`, as a request or a key's row has them
 * @returns each once
 * @throws Failure `field_invalid`, `scope_missing`
 */
export function requireGivable(
  caller: Pick<Caller, "scopes" | "paths">,
  wanted: readonly string[],
): string[] {
  const mayAll = scopes.every((scope) => caller.scopes.includes(scope));
  wanted.forEach((scope, index) => {
    const param = `scopes[${index}]`;
    const path = isScope(scope) ? null : parsePathScope(scope);
    if (!isScope(scope) && path === null) {
      const message = `${param} is none of ${scopes.join(", ")}, and no METHOD:host/path.`;
      throw new Failure("field_invalid", message, { param });
    }
    const has = path
      ? mayAll || caller.paths.some((own) => isWithin(path, own))
      : caller.scopes.some((own) => own === scope);
    if (!has) throw new Failure("scope_missing", `A key without ${scope} cannot give it.`, { param });
  });
  const once = [...new Set(wanted)];
  if (once.filter((scope) => !isScope(scope)).length > mostPaths) {
    throw new Failure("field_invalid", `scopes takes at most ${mostPaths} that name calls.`, {
      param: "scopes",
    });
  }
  return once;
}
