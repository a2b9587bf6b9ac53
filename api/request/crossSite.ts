import type { Request } from "express";

/**
 * Whether a browser says that a page of another site makes it send this request: by `Sec-Fetch-Site` (Fetch Metadata
 * Request Headers 2.4), or, where it is too old for that, by `Origin` (RFC 6454 7). Programs send neither.
 */
export function isFromAnotherSite(request: Request): boolean {
  const { "sec-fetch-site": site, origin, host } = request.headers;
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
