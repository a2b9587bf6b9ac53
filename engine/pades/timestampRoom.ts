/** Room for a token where nobody says how long it becomes; those of public authorities take 3 to 7 kB. */
export const DEFAULT_TIMESTAMP_TOKEN_BYTES = 8192;

/** No token that is read is longer (asn1/berToDer.ts). */
const MAX_TIMESTAMP_TOKEN_BYTES = 16 * 1024 * 1024;

/**
 * Makes sure that so many bytes can be reserved: a room of half a byte, or of NaN, would be overrun, and the document
 * with it.
 * @throws RangeError
 */
export function requireTimestampRoom(bytes: number): void {
  if (Number.isSafeInteger(bytes) && bytes >= 0 && bytes <= MAX_TIMESTAMP_TOKEN_BYTES) return;
  throw new RangeError(
    `timestampTokenBytes is a whole number from 0 to ${MAX_TIMESTAMP_TOKEN_BYTES}, not ${bytes}.`,
  );
}
