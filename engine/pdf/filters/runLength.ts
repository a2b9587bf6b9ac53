import type { ReadBudget } from "../readBudget.js";

const END = 128;

/**
 * RunLengthDecode (ISO 32000-2 7.4.5). Data cut short give what they hold.
 * @throws EngineError `pdf_limit_exceeded` before more comes out than the budget has left
 */
export function decodeRunLength(bytes: Uint8Array, budget: ReadBudget): Uint8Array {
  const size = decodedSize(bytes);
  if (size > budget.inflatedLeft) budget.refuseInflation();
  const out = new Uint8Array(size);
  let length = 0;
  for (let at = 0; at < bytes.length && bytes[at] !== END; ) {
    const control = bytes[at++]!;
    if (control < END) {
      const copied = bytes.subarray(at, at + control + 1);
      out.set(copied, length);
      length += copied.length;
      at += copied.length;
    } else if (at < bytes.length) {
      const end = length + 257 - control;
      out.fill(bytes[at++]!, length, end);
      length = end;
    }
  }
  return out;
}

function decodedSize(bytes: Uint8Array): number {
  let size = 0;
  for (let at = 0; at < bytes.length && bytes[at] !== END; ) {
    const control = bytes[at++]!;
    if (control < END) {
      const copied = Math.min(control + 1, bytes.length - at);
      size += copied;
      at += copied;
    } else if (at++ < bytes.length) size += 257 - control;
  }
  return size;
}
