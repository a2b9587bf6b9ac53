import { CertSignFailure } from "./certSignFailure.js";
import type { Taken } from "./certSignRows.js";

/** A number that another object has already: whoever made it tries again, with another UUID. */
class NumberTaken extends Error {
  override readonly name = "NumberTaken";
}

/** Tries to make an object before it is given up: a number is taken once in millions of times. */
const tries = 5;

/** Makes something new with ids of this dialect, once more where a number was taken. */
export async function withFreeNumbers<T>(make: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await make();
    } catch (error) {
      if (!(error instanceof NumberTaken) || attempt === tries) throw error;
    }
  }
}

/**
 * Ends a transaction whose rows could not be written.
 * @param field of the caller's own id
 * @throws CertSignFailure `EXTERNAL_ID_TAKEN`; NumberTaken, for `withFreeNumbers`
 */
export function requireFree(taken: Taken | null, field: string): void {
  if (taken === null) return;
  if (taken.what === "number") throw new NumberTaken();
  const [first] = taken.externalIds;
  throw new CertSignFailure(
    "EXTERNAL_ID_TAKEN",
    `There is one with the ${field} ${JSON.stringify(first)} already.`,
    field,
    "order_state_conflict",
  );
}
