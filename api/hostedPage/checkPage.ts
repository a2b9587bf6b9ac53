import type { Mode } from "../apiKeys/caller.js";
import { Failure } from "../failure/failure.js";
import { parseColour } from "../messages/branding/colour.js";
import { frameOrigin } from "./frameOrigin.js";
import type { PageSettings } from "./pageSettings.js";

/** Origins that one order names, at most. */
const mostAncestors = 20;
/** Characters of a URL, at most. */
const longestUrl = 2000;

/**
 * Checks what is said of a page.
 * @param param its path in the request
 * @throws Failure `field_invalid` for a colour that is none, a URL that a browser would not be sent to, and an origin
 * that is more or less than one
 */
export function checkPage(page: Readonly<PageSettings> | null, mode: Mode, param: string): void {
  if (page === null) return;
  for (const [name, colour] of Object.entries<string>({ ...page.colors })) {
    const at = `${param}.colors.${name}`;
    if (parseColour(colour) === null) throw invalid(at, "must be #rgb or #rrggbb");
  }
  // A mail program fetches the logo too, and a picture from an open line is not shown on a page that came over TLS.
  checkUrl(page.logo_url, `${param}.logo_url`, false);
  if (page.logo_url && frameOrigin(new URL(page.logo_url).origin, false) === null) {
    throw invalid(`${param}.logo_url`, "must have the name of a host");
  }
  checkUrl(page.complete_url, `${param}.complete_url`, mode === "test");
  checkUrl(page.cancel_url, `${param}.cancel_url`, mode === "test");
  const ancestors = page.frame_ancestors ?? [];
  if (ancestors.length > mostAncestors) {
    throw invalid(`${param}.frame_ancestors`, `takes at most ${mostAncestors} origins`, mostAncestors);
  }
  ancestors.forEach((ancestor, index) => {
    if (frameOrigin(ancestor, mode === "test") !== null) return;
    const at = `${param}.frame_ancestors[${index}]`;
    const scheme = mode === "test" ? "https or http" : "https";
    throw invalid(at, `must be one ${scheme} origin without a path or wildcard, as https://crm.example.com`);
  });
}

function checkUrl(text: string | null | undefined, param: string, http: boolean): void {
  if (text === null || text === undefined) return;
  const url = URL.parse(text);
  const scheme = url?.protocol === "https:" || (http && url?.protocol === "http:");
  const bare = url?.username === "" && url.password === "";
  // Measured as it is kept and sent: a browser writes one letter that is not ASCII with six characters or more.
  if (scheme && bare && Math.max(text.length, url.href.length) <= longestUrl) return;
  const kind = http ? "https or http URL" : "https URL";
  throw invalid(
    param,
    `must be an ${kind} without a password, of at most ${longestUrl} characters`,
    longestUrl,
  );
}

function invalid(param: string, why: string, limit?: number): Failure {
  return new Failure("field_invalid", `${param} ${why}.`, {
    param,
    ...(limit !== undefined && { extensions: { limit } }),
  });
}
