import type { Hash } from "node:crypto";
import type { Increment } from "../pdf/increment.js";
import type { PdfRaw } from "../pdf/objects.js";
import { byteRangeText } from "../pdf/signatureDictionary.js";

/** The room that a signature dictionary keeps for what is known only after the file around it has been written. */
export interface ReservedRoom {
  /** For /ByteRange. */
  readonly byteRange: PdfRaw;
  /** For /Contents: less-than sign, two digits a byte, greater-than sign. */
  readonly contents: PdfRaw;
}

/** An increment that is whole but for its /Contents. */
export interface SignedIncrement {
  /** What will be appended to the document. */
  readonly increment: Uint8Array;
  /** Where the hexadecimal digits of /Contents begin: a byte offset into `increment`. */
  readonly contentsAt: number;
  /** Digest of all that /ByteRange covers. */
  readonly digest: Uint8Array;
}

/**
 * Writes an increment, says in /ByteRange that it and the document before are covered but for /Contents (ISO 32000-2
 * 12.8.1), and hashes what is covered.
 * @param hash has taken the whole document, and is used up
 * @throws EngineError `pdf_damaged`
 */
export function writeSignedIncrement(increment: Increment, room: ReservedRoom, hash: Hash): SignedIncrement {
  const { bytes, marks } = increment.write(hash.copy().digest());
  const before = increment.document.bytes.length;
  const gapStart = marks.get(room.contents)!;
  const gapEnd = gapStart + room.contents.bytes.length;
  const range = [0, before + gapStart, before + gapEnd, bytes.length - gapEnd] as const;
  bytes.set(byteRangeText(range), marks.get(room.byteRange)!);
  const digest = hash.update(bytes.subarray(0, gapStart)).update(bytes.subarray(gapEnd)).digest();
  return { increment: bytes, contentsAt: gapStart + 1, digest };
}
