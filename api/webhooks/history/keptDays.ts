/** Days after which what was told is forgotten, with all that came of it; `due_work` has the same number. */
export const keptDays = 30;

const dayMs = 86_400_000;

/** @returns the time before which nothing that was told is kept any more */
export function keptSince(now: Date): Date {
  return new Date(now.getTime() - keptDays * dayMs);
}
