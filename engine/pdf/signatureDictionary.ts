import { type PdfDict, PdfName, PdfRaw, pdfDict } from "./objects.js";
import { pdfDate } from "./pdfDate.js";
import { textString } from "./textString.js";

/** Digits that a byte offset may have; enough for files of 10 GB. */
const OFFSET_DIGITS = 10;

/** What a signature dictionary says of the signing (ISO 32000-2 Table 255); all but the date is optional. */
export interface SignatureDetails {
  /** The claimed time of signing, for /M. */
  readonly signingDate: Date;
  /** The signer's name. */
  readonly name?: string;
  readonly reason?: string;
  readonly location?: string;
  /** How to reach the signer, such as a telephone number. */
  readonly contactInfo?: string;
}

/** A signature dictionary with room for what is known only after the file around it has been written. */
export interface ReservedSignature {
  readonly dict: PdfDict;
  /** The room for /ByteRange; filled by byteRangeText(). */
  readonly byteRange: PdfRaw;
  /** The room for /Contents: less-than sign, two digits 0 a byte, greater-than sign. */
  readonly contents: PdfRaw;
}

/**
 * Makes a PAdES signature dictionary (EN 319 142-1 clause 5.3 and Table 1; ISO 32000-2 12.8.1).
 * @param contentsBytes room for the CMS object, in bytes
 */
export function reserveSignature(details: SignatureDetails, contentsBytes: number): ReservedSignature {
  const byteRange = new PdfRaw(byteRangeText([0, 0, 0, 0]));
  const contents = new PdfRaw(Buffer.alloc(2 * contentsBytes + 2, "0", "latin1"));
  contents.bytes[0] = 0x3c;
  contents.bytes[contents.bytes.length - 1] = 0x3e;
  const text = (value: string | undefined) => (value === undefined ? undefined : textString(value));
  const dict = pdfDict({
    Type: new PdfName("Sig"),
    Filter: new PdfName("Adobe.PPKLite"),
    SubFilter: new PdfName("ETSI.CAdES.detached"),
    ByteRange: byteRange,
    Contents: contents,
    M: pdfDate(details.signingDate),
    Name: text(details.name),
    Reason: text(details.reason),
    Location: text(details.location),
    ContactInfo: text(details.contactInfo),
  });
  return { dict, byteRange, contents };
}

/** A /ByteRange, always of the same length: offset and length in turn, in bytes, blanks behind. */
export function byteRangeText(range: readonly [number, number, number, number]): Uint8Array {
  const numbers = `[${range.join(" ")}`.padEnd(4 * (OFFSET_DIGITS + 1) + 1);
  return Buffer.from(`${numbers}]`, "latin1");
}
