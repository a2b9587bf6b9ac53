/**
 * A scope as another API writes it: `METHOD:host/path`. It names the path and all that lies below it, so that
 * `GET:host/signatures` opens `/signatures/{id}/detail` as well.
 */
export interface PathScope {
  /** As it was written. */
  readonly text: string;
  /** An HTTP method, or `*`: any. */
  readonly method: string;
  /** Its path by segments, in lower case, as routes take any; none: every path. */
  readonly segments: readonly string[];
}

/** Longer ones name nothing that we have. */
const longest = 300;

/**
 * The host may be any, or `*`: callers bring the name of the host that they come from. Methods are in capitals, which
 * all that have a route are.
 */
const form = /^(\*|[A-Z]{3,10}):(?:\*|[A-Za-z0-9.-]{1,253}(?::[0-9]{1,5})?)(\/[\w.~!$&'()+,;=:@%/-]*\*?)$/;

/**
 * Reads a scope of another API's. `*` is taken as the last segment, where it says no more than what is above it.
 * @returns null for text that is none
 */
export function parsePathScope(text: string): PathScope | null {
  const [, method, path] = (text.length <= longest && form.exec(text)) || [];
  if (method === undefined || path === undefined) return null;
  const segments = segmentsOf(path);
  const last = segments.at(-1);
  if (last === "*") segments.pop();
  else if (last?.includes("*")) return null;
  return segments.includes("") ? null : { text, method, segments };
}

/**
 * Whether one of these names a call.
 * @param method of the request; what may be fetched by GET may be asked for by HEAD
 * @param path of the request, without the query
 */
export function namesCall(scopes: readonly PathScope[], method: string, path: string): boolean {
  if (scopes.length === 0) return false;
  const segments = segmentsOf(path);
  return scopes.some((scope) => covers(scope, method, segments));
}

/** Whether all that `inner` names is named by `outer`. */
export function isWithin(inner: PathScope, outer: PathScope): boolean {
  return covers(outer, inner.method, inner.segments);
}

function covers(scope: PathScope, method: string, segments: readonly string[]): boolean {
  const takesMethod =
    scope.method === "*" || scope.method === method || (scope.method === "GET" && method === "HEAD");
  if (!takesMethod) return false;
  return scope.segments.every((segment, index) => segment === segments[index]);
}

/** In lower case, without a slash at the end. */
function segmentsOf(path: string): string[] {
  const bare = path.toLowerCase().replace(/\/$/, "");
  return bare === "" ? [] : bare.slice(1).split("/");
}
