/** Randomness fit for secrets, as an argument. */
export interface Random {
  /** @param count number of bytes, 1 to 65,536 */
  bytes(count: number): Uint8Array;
  /** A uniformly distributed integer in [0, below). @param below 1 to 2^47 */
  integer(below: number): number;
}
