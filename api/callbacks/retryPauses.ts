/** Seconds before the first further try; each one after it waits twice as long as the one before. */
const firstPauseSeconds = 5;

/**
 * Seconds to wait after each try that failed.
 * @param retries further tries
 * @returns 5, 10, 20 … one for each further try
 */
export function retryPauses(retries: number): readonly number[] {
  return Array.from({ length: retries }, (_, index) => firstPauseSeconds * 2 ** index);
}
