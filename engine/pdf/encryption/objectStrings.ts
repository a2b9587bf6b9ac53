import { type PdfDict, type PdfObject, PdfStream, PdfString } from "../objects.js";
import type { Encryption } from "./encryption.js";

/**
 * An indirect object as it was before it was enciphered: its strings, and the bytes of a stream (ISO 32000-2 7.6.2).
 * What stands in an object stream is not enciphered by itself and must not come here.
 */
export function decipherObject(
  encryption: Encryption,
  value: PdfObject,
  num: number,
  gen: number,
): PdfObject {
  if (value instanceof PdfStream) {
    const dict = mapDictionary(value.dict, (bytes) => encryption.decipherString(bytes, num, gen), false);
    return new PdfStream(dict, encryption.decipherStream(dict, value.raw, num, gen));
  }
  return mapStrings(value, (bytes) => encryption.decipherString(bytes, num, gen), false);
}

/** An indirect object as it is written. PdfRaw stays as it is: those are bytes of the same object, or never enciphered. */
export function encipherObject(
  encryption: Encryption,
  value: PdfObject,
  num: number,
  gen: number,
): PdfObject {
  if (value instanceof PdfStream) {
    const raw = encryption.encipherStream(value.dict, value.raw, num, gen);
    return new PdfStream(
      mapDictionary(value.dict, (bytes) => encryption.encipherString(bytes, num, gen), true),
      raw,
    );
  }
  return mapStrings(value, (bytes) => encryption.encipherString(bytes, num, gen), true);
}

type MapBytes = (bytes: Uint8Array) => Uint8Array;

function mapStrings(value: PdfObject, map: MapBytes, hex: boolean): PdfObject {
  if (value instanceof PdfString) return new PdfString(map(value.bytes), hex || value.hex);
  if (value instanceof Map) return mapDictionary(value, map, hex);
  return Array.isArray(value) ? value.map((element) => mapStrings(element, map, hex)) : value;
}

/** The /Contents of a signature dictionary, which is known by its /ByteRange, is never enciphered. */
function mapDictionary(dict: PdfDict, map: MapBytes, hex: boolean): PdfDict {
  const isSignature = dict.has("ByteRange");
  const mapped: PdfDict = new Map();
  for (const [key, value] of dict) {
    mapped.set(key, isSignature && key === "Contents" ? value : mapStrings(value, map, hex));
  }
  return mapped;
}
