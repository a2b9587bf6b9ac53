/** What stands in the place of what is secret. */
const mask = "***";

/** Bytes of an answer's body that are kept. */
export const keptBodyBytes = 16_384;

/** Shorter than that nothing is a secret, and half of every page would be masked. */
const shortestSecret = 4;

/** What must not be kept of what is sent to one destination and comes back from it. */
export interface Masks {
  /** The tenant's own headers, as they may be kept: names without values. */
  readonly headers: Readonly<Record<string, string>>;
  /** Finds what is secret in bytes, each read as one character; null: there is nothing. */
  readonly pattern: RegExp | null;
  /** Bytes of the longest that it finds. */
  readonly longest: number;
}

/**
 * Finds out what is secret: the values of all headers of the tenant's own, and what credentials are made of (RFC 7617).
 * An answer may repeat them as they were sent, in a JSON string, or percent-encoded.
 */
export function masksOf(own: Readonly<Record<string, string>>): Masks {
  const headers: Record<string, string> = {};
  const secrets = new Set<string>();
  for (const [name, value] of Object.entries(own)) {
    headers[name.toLowerCase()] = mask;
    for (const secret of [value, ...credentialsIn(value)]) {
      for (const written of writtenForms(secret)) {
        if (written.length >= shortestSecret) secrets.add(asBytes(written));
      }
    }
  }
  if (secrets.size === 0) return { headers, pattern: null, longest: 0 };
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(longestFirst.map(literally).join("|"), "g");
  return { headers, pattern, longest: longestFirst[0]!.length };
}

/** Of `Bearer …` and the like what follows; of `Basic …` the user-id with the password, and the password, too. */
function credentialsIn(value: string): string[] {
  const [, scheme, token] = /^([A-Za-z][\w-]*) +(\S.*)$/.exec(value) ?? [];
  if (scheme === undefined || token === undefined) return [];
  if (scheme.toLowerCase() !== "basic") return [token];
  const pair = Buffer.from(token, "base64").toString("utf8");
  return [token, pair, pair.slice(pair.indexOf(":") + 1)];
}

function writtenForms(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  return [secret, json, json.replaceAll("/", "\\/"), encodeURIComponent(secret.toWellFormed())];
}

/** What matches nothing but this text. */
function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

/** Each byte as one character. */
function asBytes(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}

/** Masks what an answer's headers repeat. @param headers each character of which is a byte, as they came */
export function maskHeaders(
  { pattern }: Masks,
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (pattern === null) return headers;
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace(pattern, mask)]),
  );
}

/**
 * Masks what an answer's body repeats, and cuts it off: what is kept is of its first 16,384 bytes.
 * @param body so much longer than what is kept that what is secret is seen whole where it is cut
 */
export function maskBody({ pattern }: Masks, body: Uint8Array): Uint8Array {
  if (pattern === null || body.byteLength === 0) return body.subarray(0, keptBodyBytes);
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("latin1");
  let kept = "";
  let end = 0;
  for (const { index, 0: found } of bytes.matchAll(pattern)) {
    if (index >= keptBodyBytes) break;
    kept += bytes.slice(end, index) + mask;
    end = index + found.length;
  }
  const rest = bytes.slice(end, Math.max(end, keptBodyBytes));
  return Buffer.from((kept + rest).slice(0, keptBodyBytes), "latin1");
}
