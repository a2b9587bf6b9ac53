import type { PdfObject } from "../objects.js";

/** DocMDP's /P (ISO 32000-2 Table 257): nothing may change; forms and signatures; annotations too. */
export type CertificationLevel = 1 | 2 | 3;

/** A /P of DocMDP or of a field lock; undefined for what is none. */
export function readLevel(object: PdfObject | undefined): CertificationLevel | undefined {
  return object === 1 || object === 2 || object === 3 ? object : undefined;
}
