import { tag } from "../asn1/derTag.js";
import { element } from "../asn1/derWriter.js";
import { EngineError } from "../error.js";

/**
 * The octets of a BMPString: UTF-16, big-endian (X.690 8.23.8). A character beyond the basic plane, which the type does
 * not know, is written as its two surrogates, as every program that writes these files does.
 * @throws EngineError `asn1_malformed` for a lone surrogate, which is no character
 */
export function bmpOctets(text: string): Uint8Array {
  if (!text.isWellFormed()) {
    throw new EngineError("asn1_malformed", "A text with a lone surrogate has no BMPString form.");
  }
  return Buffer.from(text, "utf16le").swap16();
}

/** BMPString. @throws EngineError `asn1_malformed` */
export const bmpString = (text: string): Uint8Array => element(tag.bmpString, bmpOctets(text));
