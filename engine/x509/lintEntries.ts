import { tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { EntryTimeReader } from "./crlEntryTime.js";
import { EntryWalk } from "./crlEntryWalk.js";
import { type RevokedEntry, readEntry } from "./findRevoked.js";
import { refuseRevocation } from "./lintRevocationRule.js";
import type { TbsCertificateList } from "./parseCertificateList.js";
import { isGivenReason } from "./revocationReason.js";
import { SerialNumberSet } from "./serialNumberSet.js";

const known: ReadonlySet<string> = new Set([oids.reasonCode, oids.invalidityDate]);

/** The entries of a prepared list (RFC 5280 5.1.2.6, 5.3). @throws EngineError `revocation_lint_failed`, `asn1_malformed` */
export function lintEntries(list: TbsCertificateList): void {
  const { source, entriesStart, entriesEnd, entryCount } = list;
  if (entriesEnd > 0 && entryCount === 0) {
    refuseRevocation("entries_empty", "RFC 5280 5.1.2.6", "its revokedCertificates is there and empty");
  }
  const walk = new EntryWalk(source, entriesStart, entriesEnd);
  const seen = new SerialNumberSet(source, entryCount);
  const times = new EntryTimeReader();
  const judged = new Set<string>();
  const latest = list.thisUpdate.getTime();
  while (walk.advance()) {
    lintSerialNumber(walk, source);
    if (!seen.add(walk.serialNumberStart, walk.serialNumberEnd)) {
      refuseRevocation("entry_twice", "RFC 5280 5.1.2.6", "it lists a serial number twice");
    }
    lintDate(times.read(source, walk.dateStart, walk.dateEnd), source[walk.dateStart]!, latest);
    if (walk.extensionsEnd === walk.extensionsStart) continue;
    // Most entries say one of seven reasons and nothing else: each of those is read once.
    const octets = latin1(source, walk.extensionsStart, walk.extensionsEnd);
    if (judged.has(octets)) continue;
    lintEntryExtensions(readEntry(walk, source), latest);
    if (judged.size < REMEMBERED) judged.add(octets);
  }
}

const REMEMBERED = 16;

function latin1({ buffer, byteOffset }: Uint8Array, start: number, end: number): string {
  return Buffer.from(buffer, byteOffset + start, end - start).toString("latin1");
}

function lintSerialNumber({ serialNumberStart, serialNumberEnd }: EntryWalk, source: Uint8Array): void {
  const length = serialNumberEnd - serialNumberStart;
  const first = source[serialNumberStart]!;
  if (first >= 0x80 || (length === 1 && first === 0) || length > 20) {
    const found = "a serial number is not positive or exceeds 20 octets";
    refuseRevocation("entry_serial_number", "RFC 5280 4.1.2.2", found);
  }
}

function lintDate(date: number, identifier: number, latest: number): void {
  const wanted = date < YEAR_2050 ? tag.utcTime : tag.generalizedTime;
  if (identifier !== wanted || date % 1000 !== 0) {
    refuseRevocation("entry_date_form", "RFC 5280 5.1.2.6", "a revocation date has the wrong form");
  }
  if (date > latest) {
    refuseRevocation("entry_date", "RFC 5280 5.1.2.6", "a certificate is revoked after the list was made");
  }
}

const YEAR_2050 = Date.UTC(2050, 0);

function lintEntryExtensions({ extensions, reason, invalidityDate }: RevokedEntry, latest: number): void {
  const invalid = invalidityDate?.getTime() ?? latest;
  if (invalid > latest || invalid % 1000 !== 0) {
    const found = "an invalidity date is after the list, or has a fraction of a second";
    refuseRevocation("entry_invalidity_date", "RFC 5280 5.3.2", found);
  }
  const identifiers = new Set(extensions.map(({ oid }) => oid));
  if (
    identifiers.size !== extensions.length ||
    extensions.some(({ oid, critical }) => critical || !known.has(oid))
  ) {
    const found = "an entry has an extension that is critical, unknown or there twice";
    refuseRevocation("entry_extension", "RFC 5280 5.3", found);
  }
  if ((identifiers.has(oids.reasonCode) && reason === null) || !isGivenReason(reason)) {
    refuseRevocation("entry_reason", "RFC 5280 5.3.1", "a reason is one that we do not give");
  }
}
