/**
 * The id of an order or of a signature request as this dialect writes it: 63 bits of the UUID as one number, so that
 * callers who keep it in a signed integer of 64 bits can. Of a UUID of version 7 (RFC 9562 5.7) these are the
 * milliseconds, counted from 2020 on, in 41 bits, which last until 2089, and the first 22 random bits.
 *
 * What two objects of one tenant have in common only if they were made in the same millisecond, and then once in four
 * million times. A new order or document of this dialect whose number is taken is given another UUID; of two others that
 * share a number neither is found by it, rather than the wrong one.
 */
const epoch = BigInt(Date.UTC(2020, 0, 1));

/** @returns at most 19 decimal digits */
export function decimalId(uuid: string): string {
  const hex = uuid.replaceAll("-", "");
  const milliseconds = BigInt.asUintN(41, BigInt(`0x${hex.slice(0, 12)}`) - epoch);
  // 12 bits behind the version, and the first 10 of those behind the variant.
  const random =
    (Number.parseInt(hex.slice(13, 16), 16) << 10) | ((Number.parseInt(hex.slice(16, 20), 16) >> 4) & 0x3ff);
  return ((milliseconds << 22n) | BigInt(random)).toString();
}

/** The UUIDs that have a decimal id: they stand side by side in an index. */
export interface UuidRange {
  readonly lowest: string;
  readonly highest: string;
}

/** Reads a decimal id back. @returns null where the text is none, which names nothing */
export function uuidsOf(text: string): UuidRange | null {
  if (!/^[0-9]{1,19}$/.test(text)) return null;
  const number = BigInt(text);
  if (number <= 0n || number >= 2n ** 63n) return null;
  const milliseconds = ((number >> 22n) + epoch).toString(16).padStart(12, "0");
  const random = Number(number & 0x3fffffn);
  const first = (random >> 10).toString(16).padStart(3, "0");
  const second = 0x8000 | ((random & 0x3ff) << 4);
  const begin = `${milliseconds.slice(0, 8)}-${milliseconds.slice(8)}-7${first}`;
  return {
    lowest: `${begin}-${second.toString(16)}-000000000000`,
    highest: `${begin}-${(second | 0xf).toString(16)}-ffffffffffff`,
  };
}
