import { randomBytes, randomInt } from "node:crypto";
import type { Random } from "../../ports/random.js";

const mostBytes = 65_536;
const mostBelow = 2 ** 47;

/** The operating system's random generator, through OpenSSL's. `integer` has no modulo bias. */
export const systemRandom: Random = {
  bytes(count) {
    if (!Number.isInteger(count) || count < 1 || count > mostBytes) {
      throw new RangeError(`count must be an integer from 1 to ${mostBytes}`);
    }
    // A Buffer may be a view of node's shared pool; a copy of its own cannot show its neighbours to anybody.
    return new Uint8Array(randomBytes(count));
  },
  integer(below) {
    if (!Number.isInteger(below) || below < 1 || below > mostBelow) {
      throw new RangeError("below must be an integer from 1 to 2^47");
    }
    return randomInt(below);
  },
};
