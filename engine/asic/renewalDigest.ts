import type { DigestName } from "../x509/digestAlgorithm.js";
import { ALGORITHM_DATES, type AlgorithmDate, reliedOnUntil } from "./algorithmDates.js";

const shortestFirst: readonly DigestName[] = ["sha256", "sha384", "sha512"];

/**
 * By which digest a container is renewed: of those that may be relied on longest the shortest. A time-stamp by one that
 * ends before the others would be due for renewal again sooner than need be.
 * @param table until when algorithms may be relied on
 */
export function renewalDigest(table: readonly AlgorithmDate[] = ALGORITHM_DATES): DigestName {
  const endOf = (name: DigestName) =>
    reliedOnUntil({ name, bits: Number(name.slice(3)) }, table)?.getTime() ?? Number.POSITIVE_INFINITY;
  return shortestFirst.reduce((best, name) => (endOf(name) > endOf(best) ? name : best));
}
