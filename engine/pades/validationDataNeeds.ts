import { EngineError } from "../error.js";
import type { Certificate } from "../x509/parseCertificate.js";
import { type RevocationNeed, revocationNeedOf } from "../x509/revocationNeed.js";
import { sameName } from "../x509/sameName.js";
import type { SignedObject } from "./signedObject.js";
import type { MissingValidationData } from "./validationDataMissing.js";
import { findPath, isSelfIssued, type ValidationPath } from "./validationDataPath.js";
import type { Pooled, ValidationDataPool } from "./validationDataPool.js";
import { RevocationFinder } from "./validationDataRevocation.js";

/** What one signature or time-stamp needs. */
export interface ValidationDataNeed {
  /** The signer's first; the last is a trust anchor when no issuer is missing. */
  readonly chain: readonly Certificate[];
  readonly missing: readonly MissingValidationData[];
  /** Certificates, revocation lists and OCSP responses that are part of its validation. */
  readonly used: readonly Pooled<unknown>[];
}

/** Finds out what signatures and time-stamps need beside what a pool has. Answers are remembered until it has more. */
export class ValidationDataNeeds {
  readonly #revocation: RevocationFinder;
  readonly #signers = new WeakMap<SignedObject, Certificate>();
  readonly #inCertificates = new Map<Certificate, RevocationNeed>();
  #paths = new Map<Certificate, ValidationPath>();
  #needs = new Map<string, ValidationDataNeed>();
  #candidates: readonly Certificate[] = [];
  #anchors: readonly Certificate[] = [];
  #certificateCount = -1;
  #revocationCount = -1;

  /**
   * @param options.trustAnchors where paths end; absent: at any self-issued certificate
   * @param options.structural true to take data for what they say they are, without looking at signatures, and to let
   *   a path end at the last authority that is there, as it may be somebody's trust anchor
   */
  constructor(
    readonly pool: ValidationDataPool,
    readonly options: { readonly trustAnchors?: readonly Certificate[]; readonly structural?: boolean },
  ) {
    this.#revocation = new RevocationFinder(pool, options.structural === true);
  }

  /**
   * @param since revocation data from before are outdated; null: none are
   */
  of(object: SignedObject, since: Date | null): ValidationDataNeed {
    this.#renew();
    const certificate = this.#signerOf(object);
    if (certificate === undefined) return { chain: [], missing: [{ kind: "signerCertificate" }], used: [] };
    const key = `${Buffer.from(certificate.sha256).toString("latin1")}${since?.getTime() ?? ""}`;
    const known = this.#needs.get(key);
    if (known !== undefined) return known;
    const need = this.#needOf(certificate, since);
    this.#needs.set(key, need);
    return need;
  }

  /** Whether the pool has by now, from elsewhere than the document, something of what was missing. */
  hasNew(missing: MissingValidationData): boolean {
    switch (missing.kind) {
      case "signerCertificate":
        return false;
      case "issuer":
        return Array.from(this.pool.certificates).some(({ value, origin }) => {
          return origin === "outside" && sameName(value.subject, missing.certificate.issuer);
        });
      case "revocation":
        return this.#revocation.hasNew(missing.certificate, missing.issuer);
    }
  }

  #needOf(leaf: Certificate, since: Date | null): ValidationDataNeed {
    const missing: MissingValidationData[] = [];
    const used: Pooled<unknown>[] = [];
    const { chain, missingIssuer } = this.#pathOf(leaf);
    if (missingIssuer) {
      const certificate = chain.at(-1)!;
      missing.push({ kind: "issuer", certificate, urls: this.#needIn(certificate).caIssuers });
    }
    for (const certificate of chain) this.#use(certificate, used);
    for (let index = 0; index + 1 < chain.length; index++) {
      this.#revocationOf(chain[index]!, chain[index + 1]!, since, missing, used);
    }
    return { chain, missing, used };
  }

  #pathOf(leaf: Certificate): ValidationPath {
    const known = this.#paths.get(leaf);
    if (known !== undefined) return known;
    const path = findPath(leaf, this.#candidates, this.#anchors, this.options.structural === true);
    this.#paths.set(leaf, path);
    return path;
  }

  /** Revocation data of one certificate; those of an OCSP responder are part of it (RFC 6960 4.2.2.2). */
  #revocationOf(
    certificate: Certificate,
    issuer: Certificate,
    since: Date | null,
    missing: MissingValidationData[],
    used: Pooled<unknown>[],
    ofResponder = false,
  ): void {
    const need = this.#needIn(certificate);
    if (!need.needed) return;
    const found = this.#revocation.find(certificate, issuer, since);
    if (found === undefined || found.outdated) {
      const { crlDistributionPoints: crls, ocsp } = need;
      missing.push({ kind: "revocation", certificate, issuer, crls, ocsp, outdated: found !== undefined });
    }
    if (found === undefined) return;
    used.push(found.entry);
    const { responder } = found;
    if (responder === undefined || sameKey(responder, issuer)) return;
    this.#use(responder, used);
    // A responder whose own status is told by a further responder would lead on without an end.
    if (!ofResponder) this.#revocationOf(responder, issuer, since, missing, used, true);
  }

  /** What the certificate itself says that it needs. */
  #needIn(certificate: Certificate): RevocationNeed {
    const known = this.#inCertificates.get(certificate);
    if (known !== undefined) return known;
    const need = needOf(certificate);
    this.#inCertificates.set(certificate, need);
    return need;
  }

  #use(certificate: Certificate, used: Pooled<unknown>[]): void {
    const entry = this.pool.entryOf(certificate.der);
    if (entry !== undefined) used.push(entry);
  }

  #signerOf(object: SignedObject): Certificate | undefined {
    const known = this.#signers.get(object);
    if (known !== undefined) return known;
    const { signerCertificate, signingCertificateHash } = object;
    const signer =
      signerCertificate !== null
        ? this.pool.entryOf(signerCertificate)?.value
        : signingCertificateHash && this.pool.named(signingCertificateHash);
    if (signer) this.#signers.set(object, signer);
    return signer ?? undefined;
  }

  /** Forgets what more certificates or more revocation data may change. */
  #renew(): void {
    const { pool, options } = this;
    const { certificateCount, revocationCount } = pool;
    if (this.#certificateCount === certificateCount && this.#revocationCount === revocationCount) return;
    this.#needs = new Map();
    this.#revocationCount = revocationCount;
    if (this.#certificateCount === certificateCount) return;
    this.#certificateCount = certificateCount;
    this.#paths = new Map();
    this.#candidates = Array.from(pool.certificates, ({ value }) => value);
    this.#anchors = options.trustAnchors ?? this.#candidates.filter(isSelfIssued);
  }
}

/** A certificate whose extensions cannot be read needs revocation data, and does not say where they are. */
function needOf(certificate: Certificate): RevocationNeed {
  try {
    return revocationNeedOf(certificate);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return { needed: true, crlDistributionPoints: [], ocsp: [], caIssuers: [] };
  }
}

const sameKey = (left: Certificate, right: Certificate): boolean =>
  Buffer.compare(left.subjectPublicKeyInfo, right.subjectPublicKeyInfo) === 0;
