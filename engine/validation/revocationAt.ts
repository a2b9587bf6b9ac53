import { EngineError } from "../error.js";
import { verifyOcspResponse } from "../ocsp/verifyOcspResponse.js";
import type { ValidationDataPool } from "../pades/validationDataPool.js";
import { ALL_REASONS, coverageOf } from "../x509/crlCoverage.js";
import { findRevoked } from "../x509/findRevoked.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { revocationNeedOf } from "../x509/revocationNeed.js";
import { VerifiedLists } from "../x509/verifiedLists.js";

/** What is known of a certificate's revocation. */
export type RevocationVerdict =
  /** No revocation data exist for it, or none are wanted. */
  | { readonly status: "not_needed" }
  /** Not revoked, as far as was known at `knownAt`. */
  | { readonly status: "good"; readonly knownAt: Date }
  | { readonly status: "revoked"; readonly revokedAt: Date }
  /** No list or response speaks of it that was in force then, or later. */
  | { readonly status: "unknown" };

/** When a certificate was used, and by when it is proven that it had been. */
export interface TimeOfUse {
  readonly at: Date;
  readonly until: Date;
  /**
   * By when it is proven that the revocation data were there: what a delegated responder signed counts only if its
   * certificate had not ended by then, since its key may be anybody's afterwards. Absent: it is not asked.
   */
  readonly dataUntil?: Date;
}

interface Told {
  readonly thisUpdate: Date;
  readonly revokedAt: Date | null;
}

interface ToldByList extends Told {
  readonly lastMoment: Date;
}

/** The revocation lists and OCSP responses at hand, each of which is verified once against each issuer. */
export class RevocationData {
  readonly #verified = new VerifiedLists();
  readonly #onLists = new Map<Certificate, Map<Certificate, ToldByList[]>>();
  readonly #needs = new WeakMap<Certificate, boolean>();

  constructor(private readonly pool: ValidationDataPool) {}

  /**
   * What they say of a certificate that was used at a time. Those made later count as well, and say more: what was
   * revoked after `until` was good when it was used (EN 319 102-1 5.2.9, past certificate validation). Lists for some
   * reasons of revocation only, and delta lists, are not used.
   * @throws EngineError `asn1_malformed` when the certificate's extensions cannot be read
   */
  statusOf(certificate: Certificate, issuer: Certificate, use: TimeOfUse): RevocationVerdict {
    if (!this.#isNeeded(certificate)) return { status: "not_needed" };
    let knownAt: Date | null = null;
    for (const { thisUpdate, revokedAt } of this.#told(certificate, issuer, use)) {
      if (revokedAt !== null && revokedAt <= use.until) return { status: "revoked", revokedAt };
      if (knownAt === null || thisUpdate > knownAt) knownAt = thisUpdate;
    }
    return knownAt === null ? { status: "unknown" } : { status: "good", knownAt };
  }

  #isNeeded(certificate: Certificate): boolean {
    let needed = this.#needs.get(certificate);
    if (needed === undefined) {
      needed = revocationNeedOf(certificate).needed;
      this.#needs.set(certificate, needed);
    }
    return needed;
  }

  *#told(certificate: Certificate, issuer: Certificate, { at, dataUntil }: TimeOfUse): Generator<Told> {
    for (const told of this.#toldByLists(certificate, issuer)) {
      // In force then, or begun later.
      if (told.lastMoment >= at) yield told;
    }
    for (const { value: response } of this.pool.responses) {
      const { basic } = response;
      if (basic === null) continue;
      const moment = at > basic.producedAt ? at : basic.producedAt;
      const answer = unlessUnusable(() => verifyOcspResponse({ response, certificate, issuer, at: moment }));
      if (answer === null || answer.certificateStatus.status === "unknown") continue;
      const { certificateStatus, thisUpdate, responder } = answer;
      if (dataUntil !== undefined && responder !== issuer && responder.notAfter < dataUntil) continue;
      const revokedAt = certificateStatus.status === "revoked" ? certificateStatus.revocationDate : null;
      if (revokedAt === null && isSilent(certificate, thisUpdate, answer.archiveCutoff)) continue;
      yield { thisUpdate, revokedAt };
    }
  }

  /** What is on lists does not change with the time that is asked about. */
  #toldByLists(certificate: Certificate, issuer: Certificate): readonly ToldByList[] {
    const byIssuer = this.#onLists.get(certificate) ?? new Map<Certificate, ToldByList[]>();
    this.#onLists.set(certificate, byIssuer);
    const known = byIssuer.get(issuer);
    if (known !== undefined) return known;
    const told: ToldByList[] = [];
    for (const { value: list } of this.pool.lists) {
      if (coverageOf(list, certificate).length < ALL_REASONS.length || !this.#verified.isGood(list, issuer))
        continue;
      const { thisUpdate, nextUpdate } = list;
      const revokedAt = findRevoked(list, certificate)?.revocationDate ?? null;
      if (revokedAt === null && isSilent(certificate, thisUpdate, list.expiredCertificatesSince)) continue;
      // Without nextUpdate it speaks of the moment at which it was made.
      told.push({ thisUpdate, revokedAt, lastMoment: nextUpdate ?? thisUpdate });
    }
    byIssuer.set(issuer, told);
    return told;
  }
}

/**
 * Whether it says nothing of a certificate that it does not have it: once a certificate has ended, its entry may be
 * taken off (RFC 5280 3.3, RFC 6960 4.4.4), unless the authority says from when on it keeps them.
 */
const isSilent = ({ notAfter }: Certificate, thisUpdate: Date, keptSince: Date | null): boolean =>
  thisUpdate > notAfter && (keptSince === null || keptSince > notAfter);

/** What answers for somebody else, or cannot be relied on, is passed over: others may answer. */
function unlessUnusable<T>(look: () => T): T | null {
  try {
    return look();
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}
