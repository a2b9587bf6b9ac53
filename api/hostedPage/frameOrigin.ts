/**
 * Reads the origin of a page that may show ours in a frame: scheme, host, port (RFC 6454). A wildcard is none: whoever
 * can put a page on any host under a name, as in shared hosting, could lead signers' clicks then. Nor is anything with a
 * path, which the browser would pass over without a word, or an address in IPv6, which a policy cannot name (CSP 3).
 * @param http whether one without TLS will do
 * @returns it as a browser writes it, or null
 */
export function frameOrigin(text: string, http: boolean): string | null {
  if (!/^https?:\/\/[^/\\?#@\s]+$/i.test(text)) return null;
  const url = URL.parse(text);
  if (url === null || !(url.protocol === "https:" || http)) return null;
  // In a header, between blanks and semicolons: nothing but what names of hosts are made of.
  return /^[a-z0-9.-]+$/.test(url.hostname) ? url.origin : null;
}
