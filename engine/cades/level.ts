/**
 * The baseline levels of a CAdES signature that stands alone (EN 319 122-1 clause 6), each including those before it. B-B:
 * signed. B-T: and time-stamped. B-LT: and all validation data in its CMS object. What makes B-LTA of it is the container
 * that it stands in.
 */
export const cadesLevels = ["B-B", "B-T", "B-LT"] as const;

export type CadesLevel = (typeof cadesLevels)[number];

/** Whether a level includes another. */
export const includesCadesLevel = (level: CadesLevel, other: CadesLevel): boolean =>
  cadesLevels.indexOf(level) >= cadesLevels.indexOf(other);
