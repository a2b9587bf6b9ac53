import { seededRandom } from "../support/seededRandom.js";
import { bases, generated } from "./bases.js";
import { mutateBytes } from "./mutations.js";

/** Makes the documents of a run: the same for the same seed, number and bases. */
export class FuzzCases {
  readonly #bases = bases();

  constructor(readonly seed: number) {}

  /** @param number of the case, from 0 */
  document(number: number): Uint8Array {
    const random = seededRandom(Math.imul(this.seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
    const kind = random(5);
    if (kind === 0) return generated(random);
    if (kind === 1) return mutateBytes(generated(random), random);
    return mutateBytes(this.#bases[random(this.#bases.length)]!, random);
  }
}
