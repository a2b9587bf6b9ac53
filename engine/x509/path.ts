import { EngineError } from "../error.js";
import type { Certificate } from "./parseCertificate.js";
import { allowsKeyUsage, authorityKeyIdentifierOf, extensionsOf, isAuthority } from "./readExtensions.js";
import { revocationNeedOf } from "./revocationNeed.js";
import { sameName } from "./sameName.js";
import { isCertificateSignedBy } from "./signedBy.js";

/** What looking for a path may cost at most, whatever certificates are offered. */
export interface PathLimits {
  /** Certificates of the chain, leaf and trust anchor included. */
  readonly maxLength: number;
  /** Signatures verified in all. */
  readonly maxSignatures: number;
  /** Candidates looked at; what is offered beyond them is left aside. */
  readonly maxCandidates: number;
}

export const DEFAULT_PATH_LIMITS: PathLimits = { maxLength: 10, maxSignatures: 100, maxCandidates: 256 };

/** A chain to a trust anchor, or how far it came. */
export type BuiltPath =
  /** The leaf first, then each one's issuer, the trust anchor last. */
  | { readonly complete: true; readonly chain: readonly Certificate[] }
  | {
      readonly complete: false;
      /** The longest chain that was found, the leaf first. */
      readonly chain: readonly Certificate[];
      /** Whose certificate would come next. */
      readonly missing: {
        /** Name DER. */
        readonly issuer: Uint8Array;
        readonly authorityKeyIdentifier: Uint8Array | null;
        /** http URLs where the last one says that it is. */
        readonly caIssuers: readonly string[];
      };
    };

/**
 * Builds a path from a certificate to a trust anchor (RFC 5280 6, RFC 4158): each one's issuer is found by name and
 * key identifier, is an authority's certificate with the right to sign certificates, and its key verifies the
 * signature. Dates, path lengths, policies and name constraints are for validation, which is not this.
 *
 * All candidates may be a stranger's. No certificate stands twice in a path, and length and signatures are bounded, so
 * that neither circles nor crosses make the search long; at the bound it ends as incomplete.
 * @param input.candidates further certificates, in any order, such as those of a CMS object
 * @param input.trustAnchors which the path may end in; they are candidates too
 */
export function buildPath(input: {
  readonly leaf: Certificate;
  readonly candidates: readonly Certificate[];
  readonly trustAnchors: readonly Certificate[];
  readonly limits?: PathLimits;
}): BuiltPath {
  const limits = input.limits ?? DEFAULT_PATH_LIMITS;
  const candidates = input.candidates.slice(0, limits.maxCandidates);
  const search = new PathSearch(candidates, input.trustAnchors, limits);
  const found = search.from([input.leaf]);
  return found === null ? incomplete(search.longest) : { complete: true, chain: found };
}

class PathSearch {
  longest: readonly Certificate[] = [];
  #signatures = 0;

  constructor(
    private readonly candidates: readonly Certificate[],
    private readonly trustAnchors: readonly Certificate[],
    private readonly limits: PathLimits,
  ) {}

  /** @returns the whole chain, or null when none leads on from here */
  from(chain: readonly Certificate[]): readonly Certificate[] | null {
    if (chain.length > this.longest.length) this.longest = chain;
    const last = chain.at(-1)!;
    if (this.trustAnchors.some((anchor) => isSame(anchor, last))) return chain;
    if (chain.length >= this.limits.maxLength) return null;
    for (const issuer of this.#issuersOf(last)) {
      if (chain.some((known) => isSame(known, issuer))) continue;
      if (this.#signatures >= this.limits.maxSignatures) return null;
      this.#signatures += 1;
      if (!readable(() => isCertificateSignedBy(last, issuer), false)) continue;
      const found = this.from([...chain, issuer]);
      if (found !== null) return found;
    }
    return null;
  }

  /** Those that may have issued it, trust anchors first. */
  #issuersOf(certificate: Certificate): Certificate[] {
    const identifier = keyIdentifierOfIssuer(certificate);
    return [...this.trustAnchors, ...this.candidates].filter(
      (candidate) =>
        // Before the names, which take longer to compare.
        (identifier === null ||
          candidate.subjectKeyIdentifier === null ||
          isEqual(identifier, candidate.subjectKeyIdentifier)) &&
        sameName(candidate.subject, certificate.issuer) &&
        mayIssue(candidate, this.trustAnchors),
    );
  }
}

/** A trust anchor may be of version 1, which cannot say that it is an authority (RFC 5280 6.1.1 d). */
function mayIssue(candidate: Certificate, trustAnchors: readonly Certificate[]): boolean {
  if (trustAnchors.some((anchor) => isSame(anchor, candidate))) return true;
  return readable(() => {
    const extensions = extensionsOf(candidate);
    return isAuthority(extensions) && allowsKeyUsage(extensions, "keyCertSign");
  }, false);
}

const keyIdentifierOfIssuer = (certificate: Certificate): Uint8Array | null =>
  readable(() => authorityKeyIdentifierOf(extensionsOf(certificate)), null);

function incomplete(chain: readonly Certificate[]): BuiltPath {
  const last = chain.at(-1)!;
  const missing = {
    issuer: last.issuer,
    authorityKeyIdentifier: keyIdentifierOfIssuer(last),
    caIssuers: readable(() => revocationNeedOf(last).caIssuers, []),
  };
  return { complete: false, chain, missing };
}

/** What cannot be read in a stranger's certificate counts as not there: the path goes on without it, or ends. */
function readable<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof EngineError) return otherwise;
    throw error;
  }
}

const isEqual = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
const isSame = (one: Certificate, other: Certificate): boolean => isEqual(one.sha256, other.sha256);
