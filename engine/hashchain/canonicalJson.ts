import canonicalize from "canonicalize";

/** A value of RFC 8259. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The canonical form of a JSON value (RFC 8785), whose UTF-8 bytes are what is hashed. */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Only JSON values have a canonical form.");
  return text;
}
