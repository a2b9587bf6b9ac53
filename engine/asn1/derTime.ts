import { EngineError } from "../error.js";
import { tag } from "./derTag.js";
import { element } from "./derWriter.js";

/**
 * UTCTime, `YYMMDDHHMMSSZ` (X.690 11.8; RFC 5280 4.1.2.5.1). The fraction of the second is dropped.
 * @throws EngineError `asn1_malformed` outside 1950 to 2049, which its two digits of a year cannot say
 */
export function utcTime(date: Date): Uint8Array {
  const year = yearOf(date);
  if (year < 1950 || year > 2049)
    throw new EngineError("asn1_malformed", "UTCTime reaches from 1950 to 2049.");
  return element(tag.utcTime, Buffer.from(`${digits(date).slice(2)}Z`, "latin1"));
}

/**
 * GeneralizedTime, `YYYYMMDDHHMMSSZ` or with milliseconds, no trailing zero (X.690 11.7).
 * @param fraction keep the milliseconds; RFC 5280 4.1.2.5.2 forbids them in certificates, RFC 3161 2.4.2 allows them
 * @throws EngineError `asn1_malformed` outside the years 0 to 9999
 */
export function generalizedTime(date: Date, fraction = false): Uint8Array {
  yearOf(date);
  const milliseconds = date.getUTCMilliseconds();
  const tail =
    fraction && milliseconds > 0 ? `.${String(milliseconds).padStart(3, "0").replace(/0+$/, "")}` : "";
  return element(tag.generalizedTime, Buffer.from(`${digits(date)}${tail}Z`, "latin1"));
}

/** `Time` of certificates: UTCTime through 2049, GeneralizedTime from 2050 (RFC 5280 4.1.2.5). */
export function time(date: Date): Uint8Array {
  return yearOf(date) < 2050 ? utcTime(date) : generalizedTime(date);
}

/**
 * The date that contents octets of a UTCTime or GeneralizedTime say, to the millisecond.
 * @returns null when they are not in the DER form, or name no day or hour of the calendar
 */
export function dateFromOctets(identifier: number, content: Uint8Array): Date | null {
  if (content.length > 32) return null;
  const text = Buffer.from(content.buffer, content.byteOffset, content.length).toString("latin1");
  const match = (identifier === tag.utcTime ? UTC_TIME : GENERALIZED_TIME).exec(text);
  if (!match) return null;
  const [, year = "", month = "", day = "", hour = "", minute = "", second = "", fraction = ""] = match;
  if (fraction.endsWith("0")) return null;
  const century = identifier !== tag.utcTime ? "" : Number(year) < 50 ? "20" : "19";
  const iso = `${century}${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, "0")}Z`;
  const date = new Date(iso);
  // 31 February is taken by some parsers as 3 March: the date has to say again what was written.
  return Number.isNaN(date.getTime()) || date.toISOString() !== iso ? null : date;
}

const UTC_TIME = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
const GENERALIZED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/;

const digits = (date: Date): string => date.toISOString().slice(0, 19).replace(/[-T:]/g, "");

function yearOf(date: Date): number {
  const year = date.getUTCFullYear();
  if (Number.isNaN(year) || year < 0 || year > 9999) {
    throw new EngineError("asn1_malformed", "A time lies in the years 0 to 9999.");
  }
  return year;
}
