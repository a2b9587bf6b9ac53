import { v7 } from "uuid";
import type { Clock } from "../ports/clock.js";
import type { Random } from "../ports/random.js";

/**
 * Ids: a UUID version 7 (RFC 9562) in the database, a prefix and 26 Crockford base-32 digits outside.
 * The prefix says what it names, so that a wrong id is seen at a glance and can never be taken for another kind.
 */
export type IdPrefix = "ten" | "key" | "ord" | "doc" | "sgr" | "otp" | "sig" | "evt" | "msg" | "req";

const digits = "0123456789abcdefghjkmnpqrstvwxyz";
const values = new Map([...digits].map((digit, index) => [digit, BigInt(index)]));

/** Makes a new UUID version 7: its first 48 bits are the clock's milliseconds, so that ids sort by time. */
export function newUuid(clock: Clock, random: Random): string {
  return v7({ msecs: clock.now().getTime(), random: random.bytes(16) });
}

/** Writes a UUID as a public id: `ord` and a UUID give `ord_` and 26 digits. */
export function publicId(prefix: IdPrefix, uuid: string): string {
  let rest = BigInt(`0x${uuid.replaceAll("-", "")}`);
  let text = "";
  for (let index = 0; index < 26; index++) {
    text = digits[Number(rest & 31n)] + text;
    rest >>= 5n;
  }
  return `${prefix}_${text}`;
}

/** Reads a public id back; null when it is not one of this kind, which a caller is to treat as "no such object". */
export function parsePublicId(prefix: IdPrefix, text: string): string | null {
  if (text.length !== 30 || !text.startsWith(`${prefix}_`)) return null;
  let number = 0n;
  for (const digit of text.slice(4)) {
    const value = values.get(digit);
    if (value === undefined) return null;
    number = (number << 5n) | value;
  }
  if (number >> 128n !== 0n) return null;
  const hex = number.toString(16).padStart(32, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
