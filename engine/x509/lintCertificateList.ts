import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import type { PreparedCertificateList } from "./certificateList.js";
import { NO_FURTHER_UPDATE } from "./crlProfile.js";
import { lintEntries } from "./lintEntries.js";
import { lintListExtensions } from "./lintListExtensions.js";
import { readingBack, refuseRevocation } from "./lintRevocationRule.js";
import type { Certificate } from "./parseCertificate.js";
import { readTbsCertificateList, type TbsCertificateList } from "./parseCertificateList.js";
import { allowsKeyUsage, extensionsOf, isAuthority } from "./readExtensions.js";
import type { SignatureAlgorithm } from "./signatureAlgorithm.js";

/** What lint reads it has written itself: nothing but memory bounds it. */
const NO_LIMITS = { maxBytes: Number.POSITIVE_INFINITY, maxEntries: Number.POSITIVE_INFINITY };

/**
 * A TBSCertList that passed lint. Its private field makes the type nominal, as `LintedCertificate`'s does: what takes
 * one cannot be given anything unread.
 */
export class LintedCertificateList {
  readonly #tbs: Uint8Array;

  private constructor(
    tbs: Uint8Array,
    readonly algorithm: SignatureAlgorithm,
    readonly issuer: Certificate,
  ) {
    this.#tbs = tbs;
  }

  /** TBSCertList DER. */
  get tbs(): Uint8Array {
    return this.#tbs;
  }

  /** See `lintCertificateList`. */
  static from(prepared: PreparedCertificateList): LintedCertificateList {
    // A copy, so that what was read is what gets signed, whoever still holds the bytes.
    const bytes = Uint8Array.from(prepared.tbs);
    readingBack(() => judge(bytes, prepared));
    return new LintedCertificateList(bytes, prepared.algorithm, prepared.issuer);
  }
}

/**
 * Reads a prepared revocation list back from its bytes and holds it against its profile and RFC 5280 5. A list that
 * others cannot read takes every certificate of the authority out of service, so none is signed that was not read again.
 * @returns the same bytes, now fit for `signCertificateList`
 * @throws EngineError `revocation_lint_failed`, naming the rule and its clause
 */
export function lintCertificateList(prepared: PreparedCertificateList): LintedCertificateList {
  return LintedCertificateList.from(prepared);
}

function judge(bytes: Uint8Array, prepared: PreparedCertificateList): void {
  const { profile, issuer, algorithm } = prepared;
  const list = readTbsCertificateList(bytes, NO_LIMITS);
  if (list.version !== 1) refuseRevocation("version", "RFC 5280 5.1.2.1", "its version is not v2");
  if (Buffer.compare(list.algorithm, algorithm.identifier) !== 0) {
    const found = "the algorithm inside is not the one it is signed with";
    refuseRevocation("signature_algorithm", "RFC 5280 5.1.1.2", found);
  }
  if (Buffer.compare(list.issuer, issuer.subject) !== 0) {
    const found = "its issuer is not, octet for octet, its authority's subject";
    refuseRevocation("issuer_name", "RFC 5280 5.1.2.3", found);
  }
  lintAuthority(issuer);
  lintUpdates(bytes, list, prepared);
  lintEntries(list);
  lintListExtensions(bytes, list, profile, issuer);
}

function lintAuthority(issuer: Certificate): void {
  const extensions = extensionsOf(issuer);
  if (!isAuthority(extensions) || !allowsKeyUsage(extensions, "cRLSign")) {
    refuseRevocation(
      "issuer_key_usage",
      "RFC 5280 4.2.1.3",
      "its issuer's certificate is not for signing lists",
    );
  }
}

function lintUpdates(
  bytes: Uint8Array,
  list: TbsCertificateList,
  { profile, issuer }: PreparedCertificateList,
): void {
  const { thisUpdate, nextUpdate } = list;
  lintTimeForms(bytes);
  if (nextUpdate === null)
    refuseRevocation("next_update_missing", "RFC 5280 5.1.2.5", "it has no nextUpdate");
  if (nextUpdate <= thisUpdate) {
    refuseRevocation("update_order", "RFC 5280 5.1.2.5", "its nextUpdate is not after its thisUpdate");
  }
  const seconds = (nextUpdate.getTime() - thisUpdate.getTime()) / 1000;
  const isLast = nextUpdate.getTime() === NO_FURTHER_UPDATE.getTime();
  if (seconds > profile.maximumValiditySeconds && !isLast) {
    const found = `it is in force for ${seconds} seconds, more than ${profile.maximumValiditySeconds}`;
    refuseRevocation("update_late", `profile ${profile.name}`, found);
  }
  if (thisUpdate < issuer.notBefore || thisUpdate > issuer.notAfter) {
    const found = "its thisUpdate is outside its authority's validity";
    refuseRevocation("update_outside_issuer", "RFC 5280 5.1.2.4", found);
  }
}

/** UTCTime through 2049 and GeneralizedTime from 2050 (RFC 5280 5.1.2.4, 5.1.2.5). */
function lintTimeForms(bytes: Uint8Array): void {
  const fields = DerReader.inside(bytes, tag.sequence, "TBSCertList").readAll("field", 8);
  const times = fields.filter((field) => field.tag === tag.utcTime || field.tag === tag.generalizedTime);
  for (const field of times) {
    const wanted = field.date.getUTCFullYear() < 2050 ? tag.utcTime : tag.generalizedTime;
    if (field.tag !== wanted || field.date.getUTCMilliseconds() !== 0) {
      const found = "a time is not UTCTime through 2049 and GeneralizedTime without fraction from 2050";
      refuseRevocation("update_form", "RFC 5280 5.1.2.4", found);
    }
  }
}
