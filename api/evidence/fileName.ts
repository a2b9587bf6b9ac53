import { publicId } from "../ids/id.js";

/** Room for a number before it and `-signed.pdf` behind it within the 255 bytes that file systems take. */
const maxBytes = 200;

/**
 * A document's name as the stem of a file name: one that is taken on every system, stays in its folder and means
 * nothing to a shell, because README.txt names it in commands to be copied.
 * @param name as a caller gave it
 * @returns without `.pdf`; letters, digits, dashes, blanks and `._()` of the name, all else as `_`
 */
export function fileStem(name: string): string {
  const safe = name
    .replace(/\.pdf$/i, "")
    .replace(/[^\p{L}\p{M}\p{N}\p{Pd} ._()]/gu, "_")
    .replace(/\.{2,}/g, "_");
  let stem = "";
  for (const character of safe) {
    if (Buffer.byteLength(stem + character) > maxBytes) break;
    stem += character;
  }
  // Windows takes neither a dot nor a blank at the end.
  return stem.replace(/[. ]+$/, "_");
}

/** Name under which an order's evidence is handed out. @param orderId UUID */
export function containerName(orderId: string): string {
  return `evidence-${publicId("ord", orderId)}.asice`;
}
