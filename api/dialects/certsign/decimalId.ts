/** One more than the largest UUID. */
const end = 2n ** 128n;

/**
 * The id of an order or of a signature request as this dialect writes it: the UUID's 128 bits as one number.
 * @returns at most 39 decimal digits, as text: no number type of a caller's holds them all
 */
export function decimalId(uuid: string): string {
  return BigInt(`0x${uuid.replaceAll("-", "")}`).toString();
}

/** Reads a decimal id back. @returns a UUID; null where the text is none, which names nothing */
export function parseDecimalId(text: string): string | null {
  if (!/^[1-9][0-9]{0,38}$/.test(text)) return null;
  const number = BigInt(text);
  if (number >= end) return null;
  const hex = number.toString(16).padStart(32, "0");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
