import type { DigestName } from "../../x509/digestAlgorithm.js";
import type { CertificationLevel } from "../permissions/certification.js";
import type { FieldLock } from "../permissions/fieldLock.js";
import { requireCertificate } from "./requireCertificate.js";
import type { SeedValue } from "./seedValue.js";
import { unmet } from "./unmet.js";

/** The only handler and encoding that this engine makes (EN 319 142-1 5.3). */
const FILTER = "Adobe.PPKLite";
const SUB_FILTER = "ETSI.CAdES.detached";

/** The newest version of seed values whose entries are known here: those of PDF 2.0. */
const KNOWN_VERSION = 3;

/** What is about to be signed, as far as seed values speak of it. */
export interface SignatureWish {
  readonly certify?: CertificationLevel;
  readonly lock?: FieldLock;
  readonly reason?: string;
  /** Absent: sha256. */
  readonly digest?: DigestName;
  /** Room for a time-stamp token, in bytes; 0 or absent: there will be none. */
  readonly timestampTokenBytes?: number;
  /** Certificates DER: the signer's first, then its issuers. */
  readonly certificates?: readonly Uint8Array[];
}

/** How the signature may change the document, once its field's author was heard. */
export interface FollowedSeedValue {
  readonly certify: CertificationLevel | undefined;
  readonly lock: FieldLock | undefined;
}

/**
 * Follows a field's seed value (ISO 32000-2 12.7.5.5): certifies as its /MDP says and locks the document as its
 * /LockDocument says, where the wish leaves it open; and refuses what a required constraint forbids. /MDP has no bit in
 * /Ff and binds whenever it is there.
 * @throws EngineError `pdf_seed_value_unmet`, with the constraint; `asn1_malformed` for a certificate
 */
export function followSeedValue(
  fieldName: string,
  seedValue: SeedValue,
  wish: SignatureWish,
): FollowedSeedValue {
  const { mdp, certificate, required } = seedValue;
  requireForm(fieldName, seedValue);
  requireContents(fieldName, seedValue, wish);
  if (certificate !== undefined && wish.certificates !== undefined) {
    requireCertificate(fieldName, certificate, wish.certificates);
  }
  const certify = wish.certify ?? (mdp === 0 ? undefined : mdp);
  if (mdp !== undefined && (certify ?? 0) !== mdp) {
    throw unmet(
      fieldName,
      mdp === 0 ? "an approval, not a certification" : `a certification of level ${mdp}`,
    );
  }
  if (certify !== undefined && required.has("legalAttestation")) {
    throw unmet(fieldName, "a legal attestation with the certification");
  }
  return { certify, lock: followLock(fieldName, seedValue, wish, certify) };
}

/** Handler, encoding and version. */
function requireForm(fieldName: string, { required, filter, subFilters, version }: SeedValue): void {
  if (required.has("filter") && filter !== undefined && filter !== FILTER) {
    throw unmet(fieldName, `the signature handler ${filter.slice(0, 80)}, which is not ${FILTER}`);
  }
  if (required.has("subFilter") && subFilters !== undefined && !subFilters.includes(SUB_FILTER)) {
    throw unmet(fieldName, `the encoding ${subFilters.slice(0, 8).join(" or ")}, which is not ${SUB_FILTER}`);
  }
  if (required.has("version") && version !== undefined && version > KNOWN_VERSION) {
    throw unmet(fieldName, `version ${version} of seed values, and ${KNOWN_VERSION} is the newest known`);
  }
  if (required.has("appearanceFilter")) throw unmet(fieldName, "an appearance that its author named");
}

/** Reason, digest, time-stamp and revocation information. */
function requireContents(fieldName: string, seedValue: SeedValue, wish: SignatureWish): void {
  const { required, digestMethods, timestamp } = seedValue;
  if (required.has("reason")) requireReason(fieldName, seedValue.reasons, wish.reason);
  const { digest = "sha256" } = wish;
  if (required.has("digestMethod") && digestMethods !== undefined && !digestMethods.includes(digest)) {
    throw unmet(fieldName, `the digest ${digestMethods.slice(0, 8).join(" or ")}, and ${digest} is used`);
  }
  if (timestamp?.required && !wish.timestampTokenBytes) {
    throw unmet(fieldName, "a signature with a time-stamp");
  }
  // EN 319 142-1 keeps revocation information out of the signature: it belongs into the document security store.
  if (required.has("revocationInformation") && seedValue.revocationInformation) {
    throw unmet(fieldName, "revocation information in the signature itself, where PAdES has none");
  }
}

/** A single full stop, or no list, says that there shall be no reason (Table 237, /Reasons). */
function requireReason(fieldName: string, reasons: readonly string[] = [], reason?: string): void {
  const none = reasons.length === 0 || (reasons.length === 1 && reasons[0] === ".");
  if (none && reason !== undefined) throw unmet(fieldName, "a signature without a reason");
  if (!none && (reason === undefined || !reasons.includes(reason))) {
    const list = reasons.slice(0, 8).map((text) => JSON.stringify(text.slice(0, 80)));
    throw unmet(fieldName, `one of the reasons ${list.join(", ")}`);
  }
}

/** Locks the whole document where its author wants that; where the author forbids it, no wish may. */
function followLock(
  fieldName: string,
  { required, lockDocument }: SeedValue,
  { lock }: SignatureWish,
  certify: CertificationLevel | undefined,
): FieldLock | undefined {
  const locks = lock?.permissions === 1 || certify === 1;
  if (lockDocument === "true" && !locks && (lock === undefined || required.has("lockDocument"))) {
    if (lock?.permissions !== undefined) throw unmet(fieldName, "that the signature locks the document");
    return { action: "All", ...lock, permissions: 1 };
  }
  if (lockDocument === "false" && locks && required.has("lockDocument")) {
    throw unmet(fieldName, "that the signature does not lock the document");
  }
  return lock;
}
