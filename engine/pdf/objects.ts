/**
 * The objects of ISO 32000-2 clause 7.3, as values.
 *
 * Names and dictionaries are kept as JavaScript values; strings keep their bytes, because a PDF string is bytes.
 */

/** A name object (7.3.5), without its solidus and with its #xx escapes undone (as latin-1 characters). */
export class PdfName {
  constructor(readonly name: string) {}
}

/** A string object (7.3.4): its bytes, and whether it was or shall be written in hexadecimal. */
export class PdfString {
  constructor(
    readonly bytes: Uint8Array,
    readonly hex = false,
  ) {}
}

/** An indirect reference (7.3.10). */
export class PdfRef {
  constructor(
    readonly num: number,
    readonly gen: number,
  ) {}
}

/** A dictionary object (7.3.7): keys are names without their solidus. */
export type PdfDict = Map<string, PdfObject>;

/** A stream object (7.3.8): its dictionary and its bytes as they stand in the file, still filtered. */
export class PdfStream {
  constructor(
    readonly dict: PdfDict,
    readonly raw: Uint8Array,
  ) {}
}

/** Bytes that are written into the file as they are; how a caller reserves room for /ByteRange and /Contents. */
export class PdfRaw {
  constructor(readonly bytes: Uint8Array) {}
}

export type PdfObject =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfRef
  | PdfDict
  | PdfStream
  | PdfRaw
  | PdfObject[];

/** Makes a dictionary from a plain record; entries that are undefined are left out. */
export function pdfDict(entries: Record<string, PdfObject | undefined>): PdfDict {
  const dict: PdfDict = new Map();
  for (const [key, value] of Object.entries(entries)) if (value !== undefined) dict.set(key, value);
  return dict;
}

/** Whether an object is the name `name`. */
export function isName(object: PdfObject | undefined, name: string): boolean {
  return object instanceof PdfName && object.name === name;
}

/** A dictionary, or undefined when the object is none. */
export function asDict(object: PdfObject | undefined): PdfDict | undefined {
  return object instanceof Map ? object : undefined;
}

/** An array, or undefined when the object is none. */
export function asArray(object: PdfObject | undefined): PdfObject[] | undefined {
  return Array.isArray(object) ? object : undefined;
}

/** A whole number, zero or more and exact, or undefined when the object is none. */
export function asCount(object: PdfObject | undefined): number | undefined {
  return typeof object === "number" && Number.isSafeInteger(object) && object >= 0 ? object : undefined;
}
