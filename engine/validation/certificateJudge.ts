import { EngineError } from "../error.js";
import type { ValidationDataPool } from "../pades/validationDataPool.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { type BuiltPath, buildPath } from "../x509/path.js";
import { extensionsOf, isAuthority } from "../x509/readExtensions.js";
import { sameName } from "../x509/sameName.js";
import { nameOfCertificate } from "./certificateName.js";
import type { Finding } from "./finding.js";
import { pathDefects } from "./pathRules.js";
import { RevocationData, type RevocationVerdict, type TimeOfUse } from "./revocationAt.js";

/** What became of a certificate's way to a root. */
export interface CertificateVerdict {
  readonly findings: readonly Finding[];
  /** The path, the certificate itself first; as far as it leads. */
  readonly chain: readonly Certificate[];
  /** Where the path ends; null where it ends nowhere. */
  readonly root: Certificate | null;
  /** Whether the root is one of the trust anchors that came from outside. */
  readonly trusted: boolean;
  /** What is known of the revocation of each certificate of the path, its end left aside; empty where it has none. */
  readonly revocation: readonly RevocationVerdict[];
  /** Certificates of the path whose revocation nothing tells. */
  readonly unknownStatus: readonly Certificate[];
  /** Until when the path's revocation data reach, at least; null where none are needed. */
  readonly knownAt: Date | null;
  /** When the first certificate of the path ends, its root left aside. */
  readonly validUntil: Date;
}

const nowhere = { root: null, trusted: false, revocation: [], unknownStatus: [], knownAt: null };

interface Path {
  readonly built: BuiltPath;
  readonly trusted: boolean;
  readonly defects: readonly Finding[];
}

/**
 * Judges certificates with what is at hand: each path leads to a trust anchor from outside or, where it leads to none,
 * to a certificate among those at hand that signed itself, which then is for the reader to trust or not.
 */
export class CertificateJudge {
  readonly #revocation: RevocationData;
  readonly #candidates: readonly Certificate[];
  readonly #ownRoots: readonly Certificate[];
  readonly #paths = new Map<string, Path>();

  constructor(
    private readonly pool: ValidationDataPool,
    private readonly trustAnchors: readonly Certificate[],
  ) {
    this.#revocation = new RevocationData(pool);
    // Those of signers, of whom there can be any number, issue nothing, and are not to take the authorities' places.
    const issuers = Array.from(pool.certificates, ({ value }) => value).filter(mayIssue);
    this.#candidates = issuers;
    this.#ownRoots = issuers.filter(({ subject, issuer }) => sameName(subject, issuer)).slice(0, MAX_ROOTS);
  }

  /**
   * Whether a certificate could be relied on when it was used (EN 319 102-1 5.2.6): its path, each certificate within
   * its dates, and none of them revoked. The root's own dates are not asked: it is trusted for what it is.
   */
  judge(leaf: Certificate, use: TimeOfUse): CertificateVerdict {
    const { built, trusted, defects } = this.#pathOf(leaf);
    if (!built.complete) {
      const last = nameOfCertificate(built.chain.at(-1)!);
      const message = `No certificate that is at hand issued ${last}: it leads to no root.`;
      const findings = [{ code: "path_incomplete", message } as const];
      return { ...nowhere, findings, chain: built.chain, validUntil: leaf.notAfter };
    }
    const { chain } = built;
    const findings = [...defects];
    const revocation: RevocationVerdict[] = [];
    const unknownStatus: Certificate[] = [];
    let knownAt: Date | null = null;
    let validUntil = leaf.notAfter;
    for (let index = 0; index + 1 < chain.length; index++) {
      const certificate = chain[index]!;
      findings.push(...outsideDates(certificate, use));
      if (certificate.notAfter < validUntil) validUntil = certificate.notAfter;
      const status = this.#statusOf(certificate, chain[index + 1]!, use);
      revocation.push(status);
      if (status.status === "unknown") unknownStatus.push(certificate);
      else if (status.status === "good" && (knownAt === null || status.knownAt < knownAt))
        knownAt = status.knownAt;
      else if (status.status === "revoked") {
        const message = `${nameOfCertificate(certificate)} was revoked at ${status.revokedAt.toISOString()}.`;
        findings.push({ code: "certificate_revoked", message });
      }
    }
    const known = { revocation, unknownStatus, knownAt, validUntil };
    return { findings, chain, root: chain.at(-1)!, trusted, ...known };
  }

  #statusOf(certificate: Certificate, issuer: Certificate, use: TimeOfUse): RevocationVerdict {
    try {
      return this.#revocation.statusOf(certificate, issuer, use);
    } catch (error) {
      // Extensions that cannot be read: a finding of the path's.
      if (error instanceof EngineError) return { status: "unknown" };
      throw error;
    }
  }

  #pathOf(given: Certificate): Path {
    // The one that is at hand, of which more is known already, should it have been read twice.
    const leaf = this.pool.entryOf(given.der)?.value ?? given;
    const key = Buffer.from(leaf.sha256).toString("latin1");
    const known = this.#paths.get(key);
    if (known !== undefined) return known;
    const to = (trustAnchors: readonly Certificate[]) =>
      buildPath({ leaf, candidates: this.#candidates, trustAnchors });
    const outside: BuiltPath | null = this.trustAnchors.length > 0 ? to(this.trustAnchors) : null;
    const trusted = outside?.complete ?? false;
    const built = outside?.complete ? outside : to(this.#ownRoots);
    const path = { built, trusted, defects: built.complete ? pathDefects(built.chain) : [] };
    this.#paths.set(key, path);
    return path;
  }
}

/** More that signed themselves no evidence has; a document may bring any number. */
const MAX_ROOTS = 64;

function mayIssue(certificate: Certificate): boolean {
  try {
    return sameName(certificate.subject, certificate.issuer) || isAuthority(extensionsOf(certificate));
  } catch (error) {
    if (error instanceof EngineError) return false;
    throw error;
  }
}

/** To the second, which is as close as a certificate's dates are. */
function outsideDates(certificate: Certificate, { at }: TimeOfUse): Finding[] {
  const second = Math.floor(at.getTime() / 1000) * 1000;
  const { notBefore, notAfter } = certificate;
  if (second >= notBefore.getTime() && second <= notAfter.getTime()) return [];
  const name = nameOfCertificate(certificate);
  const dates = `from ${notBefore.toISOString()} to ${notAfter.toISOString()}`;
  return [
    {
      code: "certificate_not_valid",
      message: `${name} is valid ${dates}, and was used at ${at.toISOString()}.`,
    },
  ];
}
