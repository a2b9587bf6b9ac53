import { DerReader } from "../asn1/derReader.js";
import { EngineError } from "../error.js";
import { keyIdentifier, type PreparedCertificate } from "./certificate.js";
import { lintAuthority, lintPurposes } from "./lintAuthority.js";
import { lintExtensions } from "./lintExtensions.js";
import { refuse } from "./lintRule.js";
import { lintSubject } from "./lintSubject.js";
import { lintValidity } from "./lintValidity.js";
import { publicKeyDefect } from "./publicKeyDefect.js";
import type { SignatureAlgorithm } from "./signatureAlgorithm.js";
import { readTbsCertificate, type TbsCertificate } from "./tbsCertificate.js";

/**
 * A TBSCertificate that passed lint. Its private field makes the type nominal: no other object, and no altered copy of
 * one, can stand in for it, so that what takes a `LintedCertificate` cannot be given anything unread.
 */
export class LintedCertificate {
  readonly #tbs: Uint8Array;

  private constructor(
    tbs: Uint8Array,
    readonly algorithm: SignatureAlgorithm,
    /** SubjectPublicKeyInfo DER of the authority's key; the certificate's own when it is its own authority. */
    readonly authorityKey: Uint8Array,
  ) {
    this.#tbs = tbs;
  }

  /** TBSCertificate DER. */
  get tbs(): Uint8Array {
    return this.#tbs;
  }

  /** See `lintCertificate`. */
  static from(prepared: PreparedCertificate): LintedCertificate {
    // A copy, so that what was read is what gets signed, whoever still holds the bytes.
    const bytes = Uint8Array.from(prepared.tbs);
    const tbs = reading(() => judge(bytes, prepared));
    const { subjectPublicKeyInfo } = prepared.issuer ?? {
      subjectPublicKeyInfo: tbs.subjectPublicKeyInfo.encoded,
    };
    return new LintedCertificate(bytes, prepared.algorithm, subjectPublicKeyInfo);
  }
}

/**
 * Reads a prepared certificate back from its bytes and holds it against its profile, RFC 5280 and ETSI EN 319 412-2.
 * What a certification authority signs it answers for, so nothing is signed that was not read again.
 * @returns the same bytes, now fit for `signCertificate`
 * @throws EngineError `certificate_lint_failed`, naming the rule and its clause
 */
export function lintCertificate(prepared: PreparedCertificate): LintedCertificate {
  return LintedCertificate.from(prepared);
}

function judge(bytes: Uint8Array, prepared: PreparedCertificate): TbsCertificate {
  const { profile, issuer, algorithm } = prepared;
  const reader = DerReader.of(bytes);
  const tbs = readTbsCertificate(reader);
  reader.close("TBSCertificate");
  lintFields(tbs, algorithm);
  lintPurposes(profile);
  lintIssuer(tbs, prepared);
  if (issuer !== null) lintAuthority(issuer, profile);
  lintValidity(tbs, profile, issuer);
  lintSubject(tbs.subject.encoded, profile.subject);
  const ownIdentifier = keyIdentifier(tbs.subjectPublicKeyInfo.encoded);
  lintExtensions(tbs.extensions, profile, {
    subjectKeyIdentifier: ownIdentifier,
    authorityKeyIdentifier: issuer === null ? ownIdentifier : issuer.subjectKeyIdentifier,
  });
  return tbs;
}

function lintFields(tbs: TbsCertificate, algorithm: SignatureAlgorithm): void {
  if (tbs.version !== 2) refuse("version", "RFC 5280 4.1.2.1", "its version is not v3");
  if (tbs.hasUniqueIdentifiers)
    refuse("unique_identifiers", "RFC 5280 4.1.2.8", "it has a unique identifier");
  lintSerialNumber(tbs.serialNumber.integerOctets);
  if (Buffer.compare(tbs.signature.encoded, algorithm.identifier) !== 0) {
    refuse(
      "signature_algorithm",
      "RFC 5280 4.1.1.2",
      "the algorithm inside is not the one it is signed with",
    );
  }
  const defect = publicKeyDefect(tbs.subjectPublicKeyInfo.encoded);
  if (defect !== null) {
    refuse("public_key", "RFC 5480 2.1.1, SP 800-56A 5.6.2.3, ETSI TS 119 312", `its public key ${defect}`);
  }
}

function lintSerialNumber(octets: Uint8Array): void {
  const first = octets[0]!;
  if (first >= 0x80 || (octets.length === 1 && first === 0)) {
    refuse("serial_number_positive", "RFC 5280 4.1.2.2", "its serial number is not positive");
  }
  if (octets.length > 20)
    refuse("serial_number_long", "RFC 5280 4.1.2.2", "its serial number exceeds 20 octets");
  const bits = octets.length * 8 - (Math.clz32(first) - 24);
  if (bits < 64) {
    refuse(
      "serial_number_short",
      "CA/Browser Forum BR 7.1.2.7",
      `its serial number has ${bits} bits, fewer than 64`,
    );
  }
}

function lintIssuer(tbs: TbsCertificate, { profile, issuer }: PreparedCertificate): void {
  if (profile.selfSigned !== (issuer === null)) {
    refuse("self_signed", "RFC 5280 3.2", "its profile and its issuer disagree on whether it is self-signed");
  }
  const name = issuer === null ? tbs.subject.encoded : issuer.subject;
  if (Buffer.compare(tbs.issuer.encoded, name) !== 0) {
    refuse("issuer_name", "RFC 5280 4.1.2.4", "its issuer is not, octet for octet, its authority's subject");
  }
}

/** To lint, bytes that cannot be read are one more rule broken. */
function reading<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof EngineError) || error.code !== "asn1_malformed") throw error;
    throw new EngineError(
      "certificate_lint_failed",
      `The certificate is not signed: ${error.message} (der; X.690 10).`,
      error,
    );
  }
}
