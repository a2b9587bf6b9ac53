import { asCount, type PdfDict } from "../objects.js";
import type { ReadBudget } from "../readBudget.js";

const CLEAR = 256;
const END = 257;
const FIRST_FREE = 258;
const MAX_CODES = 4096;

/**
 * LZWDecode (ISO 32000-2 7.4.4): codes of 9 to 12 bits. Data cut short give what they hold.
 * @param parameters the filter's /DecodeParms: /EarlyChange says whether codes grow one code early, as is usual
 * @returns undefined when a code stands for nothing yet
 * @throws EngineError `pdf_limit_exceeded` before more comes out than the budget has left
 */
export function decodeLzw(
  bytes: Uint8Array,
  parameters: PdfDict | undefined,
  budget: ReadBudget,
): Uint8Array | undefined {
  const early = (asCount(parameters?.get("EarlyChange") ?? 1) ?? 1) === 0 ? 0 : 1;
  const limit = budget.inflatedLeft;
  let out = new Uint8Array(Math.min(limit, 4 * bytes.length + 64));
  let length = 0;
  // A code's bytes are those that were written when it was made: where they begin, and how many they are.
  const begins = new Uint32Array(MAX_CODES);
  const sizes = new Uint32Array(MAX_CODES);
  let free = FIRST_FREE;
  let width = 9;
  let previous = -1;
  let bits = 0;
  let held = 0;
  for (let at = 0; at < bytes.length; ) {
    while (held < width && at < bytes.length) {
      bits = ((bits << 8) | bytes[at++]!) & 0xffffff;
      held += 8;
    }
    if (held < width) break;
    held -= width;
    const code = (bits >>> held) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      free = FIRST_FREE;
      width = 9;
      previous = -1;
      continue;
    }
    const known = code < CLEAR || (code >= FIRST_FREE && code < free);
    if (!known && (code !== free || previous < 0)) return undefined;
    // The code that is being made is the last one's bytes and their first byte again.
    const source = known ? code : previous;
    const count = source < CLEAR ? 1 : sizes[source]!;
    const size = known ? count : count + 1;
    if (length + size > limit) budget.refuseInflation();
    if (length + size > out.length) out = enlarge(out, length + size, limit);
    const start = length;
    if (source < CLEAR) out[length++] = source;
    else {
      const from = begins[source]!;
      for (let i = 0; i < count; i++) out[length++] = out[from + i]!;
    }
    if (!known) out[length++] = out[start]!;
    if (previous >= 0 && free < MAX_CODES) {
      const before = previous < CLEAR ? 1 : sizes[previous]!;
      begins[free] = start - before;
      sizes[free] = before + 1;
      free++;
    }
    previous = code;
    if (free + early >= 1 << width && width < 12) width++;
  }
  return out.subarray(0, length);
}

function enlarge(bytes: Uint8Array, needed: number, limit: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.min(limit, Math.max(needed, 2 * bytes.length)));
  larger.set(bytes);
  return larger;
}
