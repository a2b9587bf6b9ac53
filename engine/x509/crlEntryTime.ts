import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { generalizedTime } from "../asn1/derTime.js";

const DAY = 86_400;
/** `HHMMSSZ`, behind the day. */
const TIME_OCTETS = 7;
const Z = 0x5a;
const ZERO = 0x30;

/**
 * Writes the times of a list's entries. The calendar is asked once for each day, as what is revoked together has the
 * day in common; hours, minutes and seconds are arithmetic.
 */
export class EntryTimeWriter {
  #day = Number.NaN;
  #year = 0;
  /** `YYYYMMDD`. */
  #digits: Uint8Array = new Uint8Array(8);

  /**
   * Writes a Time (RFC 5280 5.1.2.6), or a GeneralizedTime whatever the year (5.3.2). The fraction is dropped.
   * @returns the offset behind it @throws EngineError `asn1_malformed` outside the calendar
   */
  write(bytes: Uint8Array, start: number, date: Date, generalized: boolean): number {
    const seconds = Math.floor(date.getTime() / 1000);
    const day = Math.floor(seconds / DAY);
    if (day !== this.#day) this.#turnTo(date, day);
    const utc = !generalized && this.#year >= 1950 && this.#year < 2050;
    const digits = utc ? this.#digits.subarray(2) : this.#digits;
    bytes[start] = utc ? tag.utcTime : tag.generalizedTime;
    bytes[start + 1] = digits.length + TIME_OCTETS;
    bytes.set(digits, start + 2);
    let at = start + 2 + digits.length;
    const ofDay = seconds - day * DAY;
    for (const part of [Math.floor(ofDay / 3600), Math.floor(ofDay / 60) % 60, ofDay % 60]) {
      bytes[at] = ZERO + Math.floor(part / 10);
      bytes[at + 1] = ZERO + (part % 10);
      at += 2;
    }
    bytes[at] = Z;
    return at + 1;
  }

  #turnTo(date: Date, day: number): void {
    this.#digits = generalizedTime(date).slice(2, 10);
    this.#year = date.getUTCFullYear();
    this.#day = day;
  }
}

/** Reads the times of a list's entries, in the same way: the calendar once for each run of one day. */
export class EntryTimeReader {
  /** Tag, length and digits of the day. */
  #prefix: Uint8Array = new Uint8Array(0);
  #midnight = 0;

  /**
   * The time that lies there, in milliseconds since 1970.
   * @throws EngineError `asn1_malformed` when it is not in the DER form or not in the calendar
   */
  read(bytes: Uint8Array, start: number, end: number): number {
    const digits = end - TIME_OCTETS;
    const known =
      digits - start === this.#prefix.length &&
      this.#prefix.every((octet, index) => bytes[start + index] === octet);
    const ofDay = known ? secondsOfDay(bytes, digits) : -1;
    if (ofDay >= 0) return this.#midnight + ofDay * 1000;
    const { date } = DerReader.of(bytes.subarray(start, end)).readAny("revocationDate");
    if (date.getUTCMilliseconds() === 0) {
      this.#prefix = bytes.slice(start, digits);
      this.#midnight = Math.floor(date.getTime() / (DAY * 1000)) * DAY * 1000;
    }
    return date.getTime();
  }
}

/** @returns -1 when it is not `HHMMSSZ`, or no time of a day */
function secondsOfDay(bytes: Uint8Array, start: number): number {
  let seconds = 0;
  for (let part = 0; part < 3; part++) {
    const tens = bytes[start + 2 * part]! - ZERO;
    const ones = bytes[start + 2 * part + 1]! - ZERO;
    const value = tens * 10 + ones;
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9 || value >= (part === 0 ? 24 : 60)) return -1;
    seconds = seconds * 60 + value;
  }
  return bytes[start + 6] === Z ? seconds : -1;
}
