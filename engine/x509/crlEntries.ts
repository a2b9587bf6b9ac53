import { tag } from "../asn1/derTag.js";
import { generalizedTime } from "../asn1/derTime.js";
import { enumerated, integer } from "../asn1/derWriter.js";
import { oids } from "../asn1/oids.js";
import { EngineError } from "../error.js";
import { EntryTimeWriter } from "./crlEntryTime.js";
import { extension } from "./extensions.js";
import { type GivenReason, reasonNumber } from "./revocationReason.js";

/** One certificate that was revoked. */
export interface RevokedCertificate {
  /** As in the certificate, or as a magnitude: at most 20 octets. */
  readonly serialNumber: Uint8Array;
  /** When the authority revoked it. Fractions of a second are dropped. */
  readonly revocationDate: Date;
  /** Absent: unspecified. */
  readonly reason?: GivenReason;
  /** Since when its key is known or suspected to be in other hands (RFC 5280 5.3.2). */
  readonly invalidityDate?: Date;
}

/** No entry is longer: serial number 22, date 17, extensions 40, header 2. */
const LONGEST_ENTRY = 96;
/** Encoded: 20 octets and a header, and a sign octet before a magnitude of which RFC 5280 4.1.2.2 leaves no room. */
const LONGEST_SERIAL = 22;

/**
 * The entries of a list, joined: the contents of revokedCertificates (RFC 5280 5.1.2.6).
 *
 * Each is written where it will stand, in one buffer that doubles. An object for every element of 100,000 entries
 * would take a hundred times the list.
 * @param revoked in any order; each is asked for once and forgotten, so that they may come from a cursor
 * @throws EngineError `asn1_malformed` when a serial number is longer than 20 octets or a date outside the calendar
 */
export function encodeRevokedCertificates(revoked: Iterable<RevokedCertificate>): Uint8Array {
  const buffer = new EntryBuffer();
  for (const entry of revoked) buffer.write(entry);
  return buffer.written;
}

class EntryBuffer {
  #bytes = new Uint8Array(64 * LONGEST_ENTRY);
  #length = 0;
  readonly #times = new EntryTimeWriter();

  get written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  write({ serialNumber, revocationDate, reason, invalidityDate }: RevokedCertificate): void {
    if (this.#length + LONGEST_ENTRY > this.#bytes.length) this.#grow();
    const start = this.#begin(tag.sequence);
    const serial = integer(serialNumber);
    if (serial.length > LONGEST_SERIAL) {
      const message = "A serial number to revoke is longer than 20 octets (RFC 5280 4.1.2.2).";
      throw new EngineError("asn1_malformed", message);
    }
    this.#put(serial);
    this.#length = this.#times.write(this.#bytes, this.#length, revocationDate, false);
    if (reason !== undefined || invalidityDate !== undefined) {
      const extensions = this.#begin(tag.sequence);
      if (reason !== undefined) this.#put(reasonCodes[reason]);
      if (invalidityDate !== undefined) {
        this.#put(INVALIDITY_DATE);
        this.#length = this.#times.write(this.#bytes, this.#length, invalidityDate, true);
      }
      this.#end(extensions);
    }
    this.#end(start);
  }

  #begin(identifier: number): number {
    const start = this.#length;
    this.#bytes[start] = identifier;
    this.#length += 2;
    return start;
  }

  /** Nothing in an entry is as long as 128 octets, so each length is one octet. */
  #end(start: number): void {
    this.#bytes[start + 1] = this.#length - start - 2;
  }

  #put(part: Uint8Array): void {
    this.#bytes.set(part, this.#length);
    this.#length += part.length;
  }

  #grow(): void {
    const doubled = new Uint8Array(2 * this.#bytes.length);
    doubled.set(this.#bytes);
    this.#bytes = doubled;
  }
}

const givenReasons: readonly GivenReason[] = [
  "keyCompromise",
  "cACompromise",
  "affiliationChanged",
  "superseded",
  "cessationOfOperation",
  "privilegeWithdrawn",
  "aACompromise",
];

/** The reasonCode extension of each reason. */
const reasonCodes = Object.fromEntries(
  givenReasons.map((reason) => [reason, extension(oids.reasonCode, false, enumerated(reasonNumber(reason)))]),
) as Readonly<Record<GivenReason, Uint8Array>>;

/** The invalidityDate extension but for its GeneralizedTime, which always has the same length (RFC 5280 5.3.2). */
const someTime = generalizedTime(new Date(0));
const someInvalidity = extension(oids.invalidityDate, false, someTime);
const INVALIDITY_DATE = someInvalidity.subarray(0, someInvalidity.length - someTime.length);
