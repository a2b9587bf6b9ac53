import { randomFillSync, randomInt } from "node:crypto";
import type { Random } from "../../ports/random.js";

const mostBytes = 65_536;
const mostBelow = 2 ** 47;

/** Drawn ahead: asking for a few bytes costs as much as asking for thousands. */
const ahead = new Uint8Array(4096);
let given = ahead.length;

/** The operating system's random generator, through OpenSSL's. `integer` has no modulo bias. */
export const systemRandom: Random = {
  bytes(count) {
    if (!Number.isInteger(count) || count < 1 || count > mostBytes) {
      throw new RangeError(`count must be an integer from 1 to ${mostBytes}`);
    }
    // In memory of its own: a view of what was drawn ahead could show its neighbours to somebody.
    const bytes = new Uint8Array(count);
    if (count > ahead.length / 8) return randomFillSync(bytes);
    if (given + count > ahead.length) {
      randomFillSync(ahead);
      given = 0;
    }
    const drawn = ahead.subarray(given, given + count);
    given += count;
    bytes.set(drawn);
    // Keys and codes come from here; nothing keeps a copy of them.
    drawn.fill(0);
    return bytes;
  },
  integer(below) {
    if (!Number.isInteger(below) || below < 1 || below > mostBelow) {
      throw new RangeError("below must be an integer from 1 to 2^47");
    }
    return randomInt(below);
  },
};
