import { dottedFromOctets } from "../asn1/derObjectIdentifier.js";
import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { malformed } from "../asn1/malformed.js";
import { oids } from "../asn1/oids.js";
import { EntryWalk } from "./crlEntryWalk.js";
import { type CertificateListExtensions, readCertificateListExtensions } from "./crlExtensions.js";
import { type CertificateListLimits, DEFAULT_CERTIFICATE_LIST_LIMITS } from "./crlLimits.js";
import { readSigned, type Signed } from "./signedBy.js";
import { readExtensions } from "./tbsCertificate.js";

/** TBSCertList (RFC 5280 5.1.2), read; byte fields are views of what was parsed. */
export interface TbsCertificateList extends CertificateListExtensions {
  /** 0 when absent, which says v1; 1 says v2. */
  readonly version: number;
  /** AlgorithmIdentifier DER of the field `signature`. */
  readonly algorithm: Uint8Array;
  /** Name DER. */
  readonly issuer: Uint8Array;
  readonly thisUpdate: Date;
  /** null when it does not say (RFC 5280 5.1.2.5 wants it always). */
  readonly nextUpdate: Date | null;
  /** The bytes that the entries lie in, and where: from the first through the last, for `EntryWalk`. */
  readonly source: Uint8Array;
  readonly entriesStart: number;
  readonly entriesEnd: number;
  readonly entryCount: number;
}

/** A revocation list, taken apart. Nothing of it has been verified: see `verifyCertificateList`. */
export interface CertificateList extends TbsCertificateList {
  readonly der: Uint8Array;
  readonly signed: Signed;
}

/**
 * Reads a certificate revocation list (RFC 5280 5). Its entries are walked over once, to check their form and to find
 * critical extensions that are not understood; none becomes an object.
 * @param der the whole list and nothing behind it
 * @throws EngineError `asn1_malformed`, also for more bytes or entries than `limits` allow
 */
export function parseCertificateList(
  der: Uint8Array,
  limits: CertificateListLimits = DEFAULT_CERTIFICATE_LIST_LIMITS,
): CertificateList {
  if (der.length > limits.maxBytes) {
    throw malformed(
      `The revocation list is longer than the ${limits.maxBytes} bytes of maxBytes`,
      limits.maxBytes,
    );
  }
  const outer = DerReader.inside(der, tag.sequence, "CertificateList");
  const signed = readSigned(outer, "TBSCertList");
  outer.close("CertificateList");
  return { ...readTbsCertificateList(signed.toBeSigned, limits), der, signed };
}

/** The part that is signed. @throws EngineError `asn1_malformed` */
export function readTbsCertificateList(der: Uint8Array, limits: CertificateListLimits): TbsCertificateList {
  const tbs = DerReader.inside(der, tag.sequence, "TBSCertList");
  const version = tbs.readOptional(tag.integer, "version")?.smallInteger ?? 0;
  const algorithm = tbs.read(tag.sequence, "signature").encoded;
  const issuer = tbs.read(tag.sequence, "issuer").encoded;
  const thisUpdate = tbs.readAny("thisUpdate").date;
  const hasNextUpdate = tbs.nextTag === tag.utcTime || tbs.nextTag === tag.generalizedTime;
  const nextUpdate = hasNextUpdate ? tbs.readAny("nextUpdate").date : null;
  const entries = tbs.readOptional(tag.sequence, "revokedCertificates");
  const extensions = readExtensions(tbs.enterOptional(contextConstructed(0), "crlExtensions"));
  tbs.close("TBSCertList");
  const entriesStart = entries?.contentStart ?? 0;
  const entriesEnd = entries?.end ?? 0;
  const walked = walk(der, entriesStart, entriesEnd, limits.maxEntries);
  const said = readCertificateListExtensions(extensions, issuer);
  // Critical, and without a meaning in a list that is not indirect (RFC 5280 5.3.3).
  const indirect = said.issuingDistributionPoint?.indirect ?? false;
  const misplaced = walked.namesIssuers && !indirect ? oids.certificateIssuer : null;
  return {
    version,
    algorithm,
    issuer,
    thisUpdate,
    nextUpdate,
    source: der,
    entriesStart,
    entriesEnd,
    entryCount: walked.entryCount,
    ...said,
    unknownCritical: said.unknownCritical ?? walked.unknownCritical ?? misplaced,
  };
}

function walk(bytes: Uint8Array, start: number, end: number, maxEntries: number) {
  const entries = new EntryWalk(bytes, start, end);
  let entryCount = 0;
  let namesIssuers = false;
  while (entries.advance()) {
    entryCount += 1;
    namesIssuers ||= entries.hasCertificateIssuer;
    if (entryCount > maxEntries) {
      throw malformed(`The revocation list has more than the ${maxEntries} entries of maxEntries`, start);
    }
  }
  const { unknownCriticalStart, unknownCriticalEnd } = entries;
  const unknown = bytes.subarray(unknownCriticalStart, unknownCriticalEnd);
  // An identifier that cannot be read is understood even less.
  const unknownCritical = unknownCriticalEnd === 0 ? null : (dottedFromOctets(unknown) ?? "unreadable");
  return { entryCount, unknownCritical, namesIssuers };
}
