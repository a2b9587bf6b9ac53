/** Seconds that a piece of work waits after a try that failed: 5, 10, 20 … up to an hour. @param tries so far, from 1 */
export function retryPause(tries: number): number {
  return Math.min(3600, 5 * 2 ** Math.min(tries - 1, 10));
}

/** When a piece of work is tried again. @param now when a try failed @param tries so far, that one counted */
export function retryAt(now: Date, tries: number): Date {
  return new Date(now.getTime() + retryPause(tries) * 1000);
}
