import { docEncoded } from "../textString.js";

/** What a password of revision 5 or 6 is cut to, in bytes (ISO 32000-2 7.6.4.3.3). */
const LONGEST = 127;

/**
 * The byte forms that a password may have had when a file of revision 2 to 4 was encrypted: PDFDocEncoding, as the
 * standard wants it (7.6.4.3.2), or UTF-8, as some writers have it. The first of equal forms only.
 */
export function passwordUpToRevision4(password: string | Uint8Array): Uint8Array[] {
  if (typeof password !== "string") return [password];
  const utf8 = Buffer.from(password, "utf8");
  const encoded = docEncoded(password);
  return encoded === undefined || utf8.equals(encoded) ? [utf8] : [encoded, utf8];
}

/**
 * The byte forms for revision 5 and 6 (7.6.4.3.3): UTF-8 after SASLprep (RFC 4013), or as it was typed, as some writers
 * have it; at most 127 bytes.
 */
export function passwordFromRevision5(password: string | Uint8Array): Uint8Array[] {
  if (typeof password !== "string") return [password.subarray(0, LONGEST)];
  const typed = Buffer.from(password, "utf8").subarray(0, LONGEST);
  const prepared = Buffer.from(saslPrepared(password), "utf8").subarray(0, LONGEST);
  return typed.equals(prepared) ? [typed] : [prepared, typed];
}

/** The mappings of SASLprep: other blanks to a blank, soft hyphens and joiners to nothing, then NFKC. */
function saslPrepared(password: string): string {
  return password
    .replace(/[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]/gu, " ")
    .replace(/\u00ad|\u034f|\u1806|[\u180b-\u180d]|\u200c|\u200d|\u2060|[\ufe00-\ufe0f]|\ufeff/gu, "")
    .normalize("NFKC");
}
