import { EngineError } from "../error.js";
import type { OcspResponse } from "../ocsp/parseOcspResponse.js";
import { newestAbout, verifyOcspResponse } from "../ocsp/verifyOcspResponse.js";
import { ALL_REASONS, coverageOf } from "../x509/crlCoverage.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { VerifiedLists } from "../x509/verifiedLists.js";
import type { Origin, Pooled, ValidationDataPool } from "./validationDataPool.js";

const ORIGINS: readonly Origin[] = ["store", "signature", "outside"];

/** A revocation list or OCSP response that tells the status of a certificate. */
export interface FoundRevocation {
  readonly entry: Pooled<unknown>;
  /** From before the time that was asked for. */
  readonly outdated: boolean;
  /** Who signed an OCSP response. */
  readonly responder?: Certificate;
}

interface Candidate {
  readonly entry: Pooled<unknown>;
  readonly thisUpdate: Date;
  readonly responder?: Certificate;
}

/**
 * Finds the revocation lists and OCSP responses of a pool that tell the status of a certificate, whatever the status
 * is and however old they are: each is held against the time at which it was made.
 */
export class RevocationFinder {
  readonly #verified = new VerifiedLists();
  #remembered = new Map<string, Candidate[]>();
  #count = -1;

  /** @param structural true to take them for what they say they are, without verifying who signed them */
  constructor(
    readonly pool: ValidationDataPool,
    readonly structural: boolean,
  ) {}

  /**
   * What the store has, if it is new enough; else the newest there is.
   * @param since what is older is outdated; null: nothing is
   */
  find(certificate: Certificate, issuer: Certificate, since: Date | null): FoundRevocation | undefined {
    const candidates = this.#candidates(certificate, issuer);
    const recent = candidates.filter(({ thisUpdate }) => since === null || thisUpdate >= since);
    const chosen = recent.find(({ entry }) => entry.origin === "store") ?? candidates[0];
    return chosen && { ...chosen, outdated: recent.length === 0 };
  }

  /** Whether there is something that the document does not have. */
  hasNew(certificate: Certificate, issuer: Certificate): boolean {
    return this.#candidates(certificate, issuer).some(({ entry }) => entry.origin === "outside");
  }

  /** The newest first; of two of the same time the one that the document has, in its store at best. */
  #candidates(certificate: Certificate, issuer: Certificate): Candidate[] {
    if (this.#count !== this.pool.revocationCount) {
      this.#count = this.pool.revocationCount;
      this.#remembered = new Map();
    }
    const key = Buffer.concat([certificate.sha256, issuer.sha256]).toString("latin1");
    const known = this.#remembered.get(key);
    if (known !== undefined) return known;
    const candidates = [...this.#lists(certificate, issuer), ...this.#responses(certificate, issuer)].sort(
      (one, other) =>
        other.thisUpdate.getTime() - one.thisUpdate.getTime() ||
        ORIGINS.indexOf(one.entry.origin) - ORIGINS.indexOf(other.entry.origin),
    );
    this.#remembered.set(key, candidates);
    return candidates;
  }

  *#lists(certificate: Certificate, issuer: Certificate): Generator<Candidate> {
    for (const entry of this.pool.lists) {
      const list = entry.value;
      const tells = ignoringUnusable(
        () => !list.isDelta && coverageOf(list, certificate).length === ALL_REASONS.length,
      );
      if (tells && (this.structural || this.#verified.isGood(list, issuer)))
        yield { entry, thisUpdate: list.thisUpdate };
    }
  }

  *#responses(certificate: Certificate, issuer: Certificate): Generator<Candidate> {
    for (const entry of this.pool.responses) {
      const told = ignoringUnusable(() => this.#told(entry.value, certificate, issuer));
      if (told !== undefined) yield { entry, ...told };
    }
  }

  /**
   * Held against the very moment at which it was made, which may be long after the one that it speaks of, and when only
   * its responder's certificate is sure to be valid: how old it may be is for validation.
   */
  #told(
    response: OcspResponse,
    certificate: Certificate,
    issuer: Certificate,
  ): Omit<Candidate, "entry"> | undefined {
    const { basic } = response;
    const single = basic && newestAbout(basic, certificate, issuer);
    if (!single || single.certificateStatus.status === "unknown") return undefined;
    const { thisUpdate } = single;
    if (this.structural) return { thisUpdate };
    const { responder } = verifyOcspResponse({ response, certificate, issuer, at: basic.producedAt });
    return { thisUpdate, responder };
  }
}

/** What cannot be relied on, or is about something else, is passed over. */
function ignoringUnusable<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof EngineError) return undefined;
    throw error;
  }
}
