import { inflateRawSync, inflateSync, constants as zlib } from "node:zlib";
import type { ReadBudget } from "../readBudget.js";

/**
 * FlateDecode (ISO 32000-2 7.4.4): zlib data (RFC 1950).
 *
 * A stream cut short gives what it holds, and a wrong Adler-32 checksum is overlooked, as all readers do.
 * @returns undefined when the bytes are no deflate data
 * @throws EngineError `pdf_limit_exceeded` before more is inflated than the budget has left
 */
export function inflate(bytes: Uint8Array, budget: ReadBudget): Uint8Array | undefined {
  const options = { maxOutputLength: Math.max(1, budget.inflatedLeft), finishFlush: zlib.Z_SYNC_FLUSH };
  return (
    attempt(() => inflateSync(bytes, options), budget) ??
    attempt(() => inflateRawSync(bytes.subarray(2), options), budget)
  );
}

function attempt(run: () => Uint8Array, budget: ReadBudget): Uint8Array | undefined {
  try {
    return run();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") budget.refuseInflation();
    if (code?.startsWith("Z_")) return undefined;
    throw error;
  }
}
