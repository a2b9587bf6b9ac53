import { certSign } from "./certsign/certSign.js";
import type { Dialect } from "./dialect.js";
import { euSes } from "./euSes/euSes.js";
import { odentasSign } from "./odentasSign/odentasSign.js";

/** The other APIs that are served. */
export const dialects: readonly Dialect[] = [euSes, odentasSign, certSign];

/** The dialect that a path belongs to, or null. @param path without the query */
export function dialectOf(path: string): Dialect | null {
  const folded = path.toLowerCase();
  const begins = (begin: string) =>
    folded === begin.toLowerCase() || folded.startsWith(`${begin.toLowerCase()}/`);
  return dialects.find(({ paths }) => paths.some(begins)) ?? null;
}
