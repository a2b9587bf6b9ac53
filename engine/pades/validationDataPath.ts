import type { Certificate } from "../x509/parseCertificate.js";
import { buildPath, DEFAULT_PATH_LIMITS } from "../x509/path.js";
import { sameName } from "../x509/sameName.js";

/** The certificates from a signer's to a trust anchor's, as far as they are known. */
export interface ValidationPath {
  readonly chain: readonly Certificate[];
  /** Whether it goes on behind the last one, with a certificate that is not known. */
  readonly missingIssuer: boolean;
}

/**
 * Finds the path from a signer's certificate to a trust anchor.
 * @param structural true to go by names alone, and to let the path end at the last authority that is there, as it may
 *   be somebody's trust anchor
 */
export function findPath(
  leaf: Certificate,
  candidates: readonly Certificate[],
  trustAnchors: readonly Certificate[],
  structural: boolean,
): ValidationPath {
  if (!structural) {
    const path = buildPath({ leaf, candidates, trustAnchors });
    return { chain: path.chain, missingIssuer: !path.complete };
  }
  const chain = chainByName(leaf, candidates);
  return { chain, missingIssuer: chain.length === 1 && !isSelfIssued(leaf) };
}

/** By name alone: whether it signed itself is not looked at. */
export const isSelfIssued = ({ subject, issuer }: Certificate): boolean => sameName(subject, issuer);

/**
 * Each one's issuer by its name, as far as there is one, and no further than a path may be long. Of an authority that
 * has several certificates a self-issued one ends the path, where a cross-certificate would lead on to others.
 */
function chainByName(leaf: Certificate, candidates: readonly Certificate[]): Certificate[] {
  const chain = [leaf];
  for (let last = leaf; !isSelfIssued(last); ) {
    const issuers = candidates.filter(({ subject }) => sameName(subject, last.issuer));
    const issuer = issuers.find(isSelfIssued) ?? issuers[0];
    if (issuer === undefined || chain.includes(issuer) || chain.length === DEFAULT_PATH_LIMITS.maxLength)
      break;
    chain.push(issuer);
    last = issuer;
  }
  return chain;
}
