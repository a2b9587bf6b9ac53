/** The baseline levels of PAdES (EN 319 142-1 clause 6), each including those before it. */
export const padesLevels = ["B-B", "B-T", "B-LT", "B-LTA"] as const;

/**
 * B-B: signed. B-T: and time-stamped. B-LT: and all validation data in the document. B-LTA: and a document time-stamp
 * over them.
 */
export type PadesLevel = (typeof padesLevels)[number];

/**
 * Makes sure that a level is one of these: in a program without types a slip of the pen would sign at B-B and say
 * nothing.
 * @throws RangeError
 */
export function requireLevel(level: PadesLevel, levels: readonly PadesLevel[] = padesLevels): void {
  if (levels.includes(level)) return;
  throw new RangeError(`The level is one of ${levels.join(", ")}, not ${JSON.stringify(level)}.`);
}

/** Whether a level includes another. */
export function includesLevel(level: PadesLevel, other: PadesLevel): boolean {
  return padesLevels.indexOf(level) >= padesLevels.indexOf(other);
}
