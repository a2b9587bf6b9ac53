/** Longer is no proof: a path has a node a level of the tree at most, and sizes have 53 bits. */
const mostNodes = 53;
const hashBytes = 32;

/** Whether a value is an object with these members, and no others. */
export function isRecord<Name extends string>(
  value: unknown,
  names: readonly Name[],
): value is Record<Name, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return names.every((name) => Object.hasOwn(value, name)) && Object.keys(value).length === names.length;
}

/** Whether a value is a public id of this kind: its prefix, and 26 digits of Crockford's base 32. */
export function isId(value: unknown, prefix: "log" | "ord"): value is string {
  return (
    typeof value === "string" &&
    value.startsWith(`${prefix}_`) &&
    /^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/.test(value)
  );
}

/** Whether a value is a whole number, exactly held, of at least so much. */
export function isCount(value: unknown, least: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least;
}

/** Whether a value is a SHA-256 hash in hexadecimal, as we write it. */
export function isHash(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}

/** Whether a value is a list of hashes that a proof can have, base64. */
export function isPath(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.length <= mostNodes &&
    value.every((node) => readBase64(node)?.length === hashBytes)
  );
}

/** Reads base64 (RFC 4648 4). @returns null where a value is anything but the one text that those bytes have */
export function readBase64(value: unknown): Buffer | null {
  if (typeof value !== "string" || value.length % 4 !== 0) return null;
  const bytes = Buffer.from(value, "base64");
  return bytes.toString("base64") === value ? bytes : null;
}
