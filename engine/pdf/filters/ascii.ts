import { CHARACTER_CLASS, hexDigit, WHITESPACE } from "../characters.js";
import type { ReadBudget } from "../readBudget.js";

/** ASCIIHexDecode (ISO 32000-2 7.4.2). @returns undefined when a byte is no digit */
export function decodeAsciiHex(bytes: Uint8Array): Uint8Array | undefined {
  const out = new Uint8Array((bytes.length + 1) >> 1);
  let digits = 0;
  for (const byte of bytes) {
    if (byte === 0x3e) break;
    if (CHARACTER_CLASS[byte] === WHITESPACE) continue;
    const digit = hexDigit(byte);
    if (digit < 0) return undefined;
    out[digits >> 1] = digits % 2 === 0 ? digit << 4 : out[digits >> 1]! | digit;
    digits++;
  }
  return out.subarray(0, (digits + 1) >> 1);
}

/**
 * ASCII85Decode (ISO 32000-2 7.4.3).
 * @returns undefined when a byte or a group is not allowed
 * @throws EngineError `pdf_limit_exceeded` before more comes out than the budget has left
 */
export function decodeAscii85(bytes: Uint8Array, budget: ReadBudget): Uint8Array | undefined {
  const size = decodedSize(bytes);
  if (size > budget.inflatedLeft) budget.refuseInflation();
  const out = new Uint8Array(size);
  let length = 0;
  let group = 0;
  let digits = 0;
  for (const byte of bytes) {
    if (byte === 0x7e) break;
    if (CHARACTER_CLASS[byte] === WHITESPACE) continue;
    if (byte === ZEROS && digits === 0) length += 4;
    else if (byte < 0x21 || byte > 0x75) return undefined;
    else {
      group = group * 85 + byte - 0x21;
      if (++digits < 5) continue;
      if (group > 0xffffffff) return undefined;
      for (let shift = 24; shift >= 0; shift -= 8) out[length++] = group >>> shift;
      group = 0;
      digits = 0;
    }
  }
  if (digits === 1) return undefined;
  for (let i = digits; i < 5 && digits > 0; i++) group = group * 85 + 84;
  if (group > 0xffffffff) return undefined;
  for (let i = 0; i < digits - 1; i++) out[length++] = group >>> (24 - 8 * i);
  return out.subarray(0, length);
}

/** The letter z stands for four zero bytes. */
const ZEROS = 0x7a;

/** An upper bound: five characters make four bytes, each z makes four. */
function decodedSize(bytes: Uint8Array): number {
  let zeros = 0;
  for (const byte of bytes) if (byte === ZEROS) zeros++;
  return 4 * zeros + 4 * Math.ceil((bytes.length - zeros) / 5);
}
