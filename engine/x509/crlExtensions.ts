import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, contextPrimitive, tag } from "../asn1/derTag.js";
import { malformed } from "../asn1/malformed.js";
import { oids } from "../asn1/oids.js";
import { readDistributionPointName } from "./distributionPoint.js";
import type { Extension } from "./tbsCertificate.js";

/** issuingDistributionPoint (RFC 5280 5.2.5): which certificates a list speaks of. */
export interface IssuingDistributionPoint {
  /** GeneralName DER of each name; empty without one. */
  readonly names: readonly Uint8Array[];
  readonly onlyUserCertificates: boolean;
  readonly onlyAuthorities: boolean;
  readonly onlyAttributeCertificates: boolean;
  /** Bits of ReasonFlags that it covers; null for all. */
  readonly reasons: readonly number[] | null;
  /** Has entries for certificates of other issuers. */
  readonly indirect: boolean;
}

/** What the extensions of a revocation list say (RFC 5280 5.2). */
export interface CertificateListExtensions {
  /** Contents octets of cRLNumber; null without one. */
  readonly number: Uint8Array | null;
  /** Only the changes since a base list (RFC 5280 5.2.4): by itself it says nothing of a certificate that it does not list. */
  readonly isDelta: boolean;
  readonly authorityKeyIdentifier: Uint8Array | null;
  /** null without one: all certificates of its issuer. */
  readonly issuingDistributionPoint: IssuingDistributionPoint | null;
  /** Certificates that expired at or after this moment are listed all the same (X.509 9.5.2.8); null when it does not say. */
  readonly expiredCertificatesSince: Date | null;
  /** Dotted identifier of the first critical extension that is not understood; null without one. */
  readonly unknownCritical: string | null;
}

const understood: ReadonlySet<string> = new Set([
  oids.cRLNumber,
  oids.authorityKeyIdentifier,
  oids.issuingDistributionPoint,
  oids.deltaCRLIndicator,
  oids.expiredCertsOnCRL,
]);

/** @param issuer Name DER of the list's issuer @throws EngineError `asn1_malformed` */
export function readCertificateListExtensions(
  extensions: readonly Extension[],
  issuer: Uint8Array,
): CertificateListExtensions {
  if (new Set(extensions.map(({ oid }) => oid)).size !== extensions.length) {
    // Which of the two counts would be the reader's choice (RFC 5280 4.2).
    throw malformed("The revocation list has an extension twice", 0);
  }
  const readerOf = (identifier: string): DerReader | null => {
    const found = extensions.find(({ oid }) => oid === identifier);
    return found ? DerReader.of(found.value) : null;
  };
  const point = readerOf(oids.issuingDistributionPoint);
  const unknown = extensions.find(({ oid, critical }) => critical && !understood.has(oid));
  return {
    number: last(readerOf(oids.cRLNumber), tag.integer, "CRLNumber")?.integerOctets ?? null,
    isDelta: readerOf(oids.deltaCRLIndicator) !== null,
    authorityKeyIdentifier:
      readerOf(oids.authorityKeyIdentifier)
        ?.enter(tag.sequence, "AuthorityKeyIdentifier")
        .readOptional(contextPrimitive(0), "keyIdentifier")?.content ?? null,
    issuingDistributionPoint: point === null ? null : readIssuingDistributionPoint(point, issuer),
    expiredCertificatesSince:
      last(readerOf(oids.expiredCertsOnCRL), tag.generalizedTime, "ExpiredCertsOnCRL")?.date ?? null,
    unknownCritical: unknown?.oid ?? null,
  };
}

function last(reader: DerReader | null, identifier: number, what: string) {
  const element = reader?.read(identifier, what) ?? null;
  reader?.close(what);
  return element;
}

function readIssuingDistributionPoint(outer: DerReader, issuer: Uint8Array): IssuingDistributionPoint {
  const reader = outer.enter(tag.sequence, "IssuingDistributionPoint");
  outer.close("IssuingDistributionPoint");
  const name = reader.enterOptional(contextConstructed(0), "distributionPoint");
  const flag = (number: number, what: string): boolean =>
    reader.readOptional(contextPrimitive(number), what)?.boolean ?? false;
  const names = name === null ? [] : readDistributionPointName(name, issuer);
  const onlyUserCertificates = flag(1, "onlyContainsUserCerts");
  const onlyAuthorities = flag(2, "onlyContainsCACerts");
  const reasons = reader.readOptional(contextPrimitive(3), "onlySomeReasons")?.namedBits ?? null;
  const indirect = flag(4, "indirectCRL");
  const onlyAttributeCertificates = flag(5, "onlyContainsAttributeCerts");
  reader.close("IssuingDistributionPoint");
  return { names, onlyUserCertificates, onlyAuthorities, onlyAttributeCertificates, reasons, indirect };
}
