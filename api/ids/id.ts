import { v7 } from "uuid";
import type { Clock } from "../ports/clock.js";
import type { Random } from "../ports/random.js";

/**
 * Ids: a UUID version 7 (RFC 9562) in the database, a prefix and 26 Crockford base-32 digits outside.
 * The prefix says what it names, so that a wrong id is seen at a glance and can never be taken for another kind.
 */
export type IdPrefix =
  | "ten"
  | "key"
  | "ord"
  | "doc"
  | "sgr"
  | "otp"
  | "sig"
  | "evt"
  | "msg"
  | "req"
  | "prf"
  | "tpl"
  | "blk"
  | "plc"
  | "usg"
  | "log"
  | "dep"
  | "hld"
  | "pur"
  | "ers"
  | "whe"
  | "ntf"
  | "rpl"
  | "crt"
  | "rfl";

const digits = "0123456789abcdefghjkmnpqrstvwxyz";
const values = new Map([...digits].map((digit, index) => [digit, index]));

/** Makes a new UUID version 7: its first 48 bits are the clock's milliseconds, so that ids sort by time. */
export function newUuid(clock: Clock, random: Random): string {
  return v7({ msecs: clock.now().getTime(), random: random.bytes(16) });
}

/** Writes a UUID as a public id: `ord` and a UUID give `ord_` and 26 digits. */
export function publicId(prefix: IdPrefix, uuid: string): string {
  let text = "";
  // 26 digits of 5 bits are 130: two zeros stand before the 128.
  let bits = 0;
  let held = 2;
  for (const byte of Buffer.from(uuid.replaceAll("-", ""), "hex")) {
    bits = (bits << 8) | byte;
    for (held += 8; held >= 5; ) {
      held -= 5;
      text += digits[(bits >> held) & 31];
    }
    bits &= (1 << held) - 1;
  }
  return `${prefix}_${text}`;
}

/** Reads a public id back; null when it is not one of this kind, which a caller is to treat as "no such object". */
export function parsePublicId(prefix: IdPrefix, text: string): string | null {
  if (text.length !== 30 || !text.startsWith(`${prefix}_`)) return null;
  const bytes = Buffer.alloc(16);
  let length = 0;
  let bits = 0;
  let held = -2;
  for (const digit of text.slice(4)) {
    const value = values.get(digit);
    if (value === undefined) return null;
    // The first digit has three bits of the 128; with more it would be another number's.
    if (held === -2 && value > 7) return null;
    bits = (bits << 5) | value;
    held += 5;
    if (held < 8) continue;
    held -= 8;
    bytes[length++] = bits >> held;
    bits &= (1 << held) - 1;
  }
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
