import { tag } from "../asn1/derTag.js";
import { malformed } from "../asn1/malformed.js";

/** crlEntryExtensions that we understand: id-ce (2.5.29) and this last arc. */
const ID_CE = [0x55, 0x1d] as const;
const REASON_CODE = 21;
const INVALIDITY_DATE = 24;
const CERTIFICATE_ISSUER = 29;

/**
 * Walks over the entries of a revocation list where they lie, one after the other, without making an object of any:
 * a list of 100,000 entries is searched in about the time that it takes to read its bytes once.
 *
 * After each `advance` the offsets say where the parts of the entry are. It checks form alone, that is DER, the fields
 * of RFC 5280 5.1 and which critical extensions there are; what a time or a reason says is read by `readEntry`.
 */
export class EntryWalk {
  /** Contents octets of the serial number. */
  serialNumberStart = 0;
  serialNumberEnd = 0;
  /** The whole Time, its header included. */
  dateStart = 0;
  dateEnd = 0;
  /** The whole SEQUENCE of crlEntryExtensions; both the same where there is none. */
  extensionsStart = 0;
  extensionsEnd = 0;
  /** The entry names its certificate's issuer, for itself and those that follow (RFC 5280 5.3.3). */
  hasCertificateIssuer = false;
  /** Contents octets of the first critical extension's identifier that we do not understand; both 0 without one. */
  unknownCriticalStart = 0;
  unknownCriticalEnd = 0;

  #position: number;
  // Of the element read last.
  #contentStart = 0;
  #elementEnd = 0;

  /** @param bytes the whole list @param start where its entries begin @param end and where they end */
  constructor(
    private readonly bytes: Uint8Array,
    start: number,
    private readonly end: number,
  ) {
    this.#position = start;
  }

  /** Steps to the next entry. @returns whether there was one @throws EngineError `asn1_malformed` */
  advance(): boolean {
    if (this.#position >= this.end) return false;
    this.#read(this.#position, this.end, tag.sequence, "revokedCertificate");
    const entryEnd = this.#elementEnd;
    this.#read(this.#contentStart, entryEnd, tag.integer, "userCertificate");
    this.serialNumberStart = this.#contentStart;
    this.serialNumberEnd = this.#elementEnd;
    this.#checkInteger();
    this.dateStart = this.#elementEnd;
    const dateTag = this.bytes[this.dateStart] === tag.generalizedTime ? tag.generalizedTime : tag.utcTime;
    this.#read(this.dateStart, entryEnd, dateTag, "revocationDate");
    this.dateEnd = this.#elementEnd;
    this.extensionsStart = this.dateEnd;
    this.extensionsEnd = this.dateEnd;
    this.hasCertificateIssuer = false;
    if (this.dateEnd < entryEnd) this.#walkExtensions(entryEnd);
    this.#position = entryEnd;
    return true;
  }

  #walkExtensions(entryEnd: number): void {
    this.#read(this.extensionsStart, entryEnd, tag.sequence, "crlEntryExtensions");
    this.extensionsEnd = this.#elementEnd;
    if (this.extensionsEnd !== entryEnd)
      throw malformed("An entry has more in it than it may", this.extensionsEnd);
    let at = this.#contentStart;
    if (at === entryEnd) throw malformed("crlEntryExtensions is empty", at);
    while (at < entryEnd) at = this.#walkExtension(at, entryEnd);
  }

  /** @returns the offset behind it */
  #walkExtension(start: number, limit: number): number {
    this.#read(start, limit, tag.sequence, "Extension");
    const end = this.#elementEnd;
    this.#read(this.#contentStart, end, tag.objectIdentifier, "extnID");
    const identifierStart = this.#contentStart;
    const identifierEnd = this.#elementEnd;
    let critical = false;
    if (this.bytes[identifierEnd] === tag.boolean) {
      this.#read(identifierEnd, end, tag.boolean, "critical");
      critical = this.#elementEnd > this.#contentStart && this.bytes[this.#contentStart] !== 0;
    }
    this.#read(this.#elementEnd, end, tag.octetString, "extnValue");
    if (this.#elementEnd !== end) throw malformed("Extension has more in it than it may", this.#elementEnd);
    const known = this.#lastArc(identifierStart, identifierEnd);
    if (known === CERTIFICATE_ISSUER) this.hasCertificateIssuer = true;
    else if (critical && known === -1 && this.unknownCriticalEnd === 0) {
      this.unknownCriticalStart = identifierStart;
      this.unknownCriticalEnd = identifierEnd;
    }
    return end;
  }

  /** The last arc of an extension that we understand, else -1. */
  #lastArc(start: number, end: number): number {
    if (end - start !== 3 || this.bytes[start] !== ID_CE[0] || this.bytes[start + 1] !== ID_CE[1]) return -1;
    const arc = this.bytes[start + 2]!;
    return arc === REASON_CODE || arc === INVALIDITY_DATE || arc === CERTIFICATE_ISSUER ? arc : -1;
  }

  /** In its shortest form (X.690 8.3.2), so that equal numbers are equal octets. */
  #checkInteger(): void {
    const first = this.bytes[this.#contentStart]!;
    const length = this.#elementEnd - this.#contentStart;
    const second = this.bytes[this.#contentStart + 1]!;
    const padded = length > 1 && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
    if (length === 0 || padded) throw malformed("A serial number is no INTEGER of DER", this.#contentStart);
  }

  /** Reads the header of one element, by the rules of `DerReader`. */
  #read(start: number, limit: number, identifier: number, what: string): void {
    const { bytes } = this;
    if (start + 2 > limit || bytes[start] !== identifier) {
      throw malformed(`${what} is missing or has another type`, start);
    }
    let length = bytes[start + 1]!;
    let contentStart = start + 2;
    if (length >= 0x80) {
      const octets = length & 0x7f;
      if (octets === 0 || octets > 3 || contentStart + octets > limit) {
        throw malformed(`${what} has no definite, usual length`, start);
      }
      length = 0;
      for (let index = 0; index < octets; index++) length = length * 256 + bytes[contentStart + index]!;
      if (length < 0x80 || length < 256 ** (octets - 1)) {
        throw malformed(`${what} has a length not in its shortest form`, start);
      }
      contentStart += octets;
    }
    if (length > limit - contentStart) throw malformed(`${what} is cut short`, start);
    this.#contentStart = contentStart;
    this.#elementEnd = contentStart + length;
  }
}
