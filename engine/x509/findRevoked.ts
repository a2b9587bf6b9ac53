import { DerReader } from "../asn1/derReader.js";
import { contextConstructed, tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { EntryWalk } from "./crlEntryWalk.js";
import { directoryName } from "./distributionPoint.js";
import type { CertificateList } from "./parseCertificateList.js";
import { type RevocationReason, reasonByNumber } from "./revocationReason.js";
import { sameName } from "./sameName.js";
import { type Extension, readExtension } from "./tbsCertificate.js";

const MAX_EXTENSIONS = 16;
const MAX_NAMES = 16;

/** That a certificate was revoked, when and why. */
export interface Revocation {
  readonly revocationDate: Date;
  /** null when it is not said, which means unspecified. */
  readonly reason: RevocationReason | null;
  /** Since when its key is known or suspected to be in other hands; null when it is not said. */
  readonly invalidityDate: Date | null;
}

/** Whose entry is looked for: a certificate, or what is known of one. */
export interface CertificateReference {
  /** Contents octets of the INTEGER. */
  readonly serialNumber: Uint8Array;
  /** Name DER. */
  readonly issuer: Uint8Array;
}

/**
 * Looks a certificate up in a list. It only looks: whether the list is good (`verifyCertificateList`) and speaks of
 * this certificate at all (`coverageOf`) is to be asked first: `statusOnLists` asks all of it.
 *
 * Entries are compared where they lie. Nobody has to sort a list, so all of it is passed through: for 100,000 entries
 * about a millisecond or two.
 * @returns null when the list does not have it
 * @throws EngineError `asn1_malformed` when its entry cannot be read
 */
export function findRevoked(list: CertificateList, certificate: CertificateReference): Revocation | null {
  const { source, entriesStart, entriesEnd } = list;
  const { serialNumber } = certificate;
  const walk = new EntryWalk(source, entriesStart, entriesEnd);
  const indirect = list.issuingDistributionPoint?.indirect ?? false;
  // An entry of an indirect list is for the issuer that it or the last entry before it names (RFC 5280 5.3.3).
  let ofIssuer = sameName(list.issuer, certificate.issuer);
  let entry: RevokedEntry | null = null;
  while (walk.advance()) {
    if (walk.hasCertificateIssuer && indirect) {
      ofIssuer = readEntry(walk, source).certificateIssuers.some((name) =>
        sameName(name, certificate.issuer),
      );
    }
    if (!ofIssuer || !sameOctets(source, walk.serialNumberStart, walk.serialNumberEnd, serialNumber))
      continue;
    // The last one counts, should there be two: it is the newer one in a list that grows.
    entry = readEntry(walk, source);
  }
  return entry === null
    ? null
    : { revocationDate: entry.revocationDate, reason: entry.reason, invalidityDate: entry.invalidityDate };
}

/** One entry, read. */
export interface RevokedEntry extends Revocation {
  /** Name DER of each directory name in certificateIssuer. */
  readonly certificateIssuers: readonly Uint8Array[];
  readonly extensions: readonly Extension[];
}

/** Reads the entry that a walk stands on (RFC 5280 5.3). @throws EngineError `asn1_malformed` */
export function readEntry(walk: EntryWalk, bytes: Uint8Array): RevokedEntry {
  const revocationDate = DerReader.of(bytes.subarray(walk.dateStart, walk.dateEnd)).readAny(
    "revocationDate",
  ).date;
  const extensions =
    walk.extensionsEnd === walk.extensionsStart
      ? []
      : DerReader.inside(
          bytes.subarray(walk.extensionsStart, walk.extensionsEnd),
          tag.sequence,
          "crlEntryExtensions",
        )
          .readAll("Extension", MAX_EXTENSIONS)
          .map(({ encoded }) => readExtension(DerReader.of(encoded)));
  const readerOf = (identifier: string): DerReader | null => {
    const found = extensions.find(({ oid }) => oid === identifier);
    return found ? DerReader.of(found.value) : null;
  };
  const reason = readerOf(oids.reasonCode)?.read(tag.enumerated, "CRLReason").smallInteger;
  const names = readerOf(oids.certificateIssuer)
    ?.enter(tag.sequence, "CertificateIssuer")
    .readAll("GeneralName", MAX_NAMES)
    .filter((name) => name.tag === contextConstructed(4));
  return {
    revocationDate,
    reason: reason === undefined ? null : reasonByNumber(reason),
    invalidityDate: readerOf(oids.invalidityDate)?.read(tag.generalizedTime, "InvalidityDate").date ?? null,
    certificateIssuers: (names ?? []).map(({ encoded }) => directoryName(encoded)!),
    extensions,
  };
}

function sameOctets(bytes: Uint8Array, start: number, end: number, octets: Uint8Array): boolean {
  if (end - start !== octets.length) return false;
  // From the end: serial numbers that count up differ there.
  for (let index = octets.length - 1; index >= 0; index--) {
    if (bytes[start + index] !== octets[index]) return false;
  }
  return true;
}
