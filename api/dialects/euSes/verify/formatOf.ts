const SIGNED_DATA = Buffer.from("06092a864886f70d010702", "hex");
const PDF = Buffer.from("%PDF-", "latin1");
const ZIP = Buffer.from("PK\u0003\u0004", "latin1");

/** Readers look for a PDF's header in the first kilobyte. */
const HEAD = 1024;

/**
 * What signed document other than a PDF these bytes look like, in words.
 * @returns null for a PDF, and for what looks like none of them
 */
export function formatOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEAD));
  if (head.includes(PDF)) return null;
  if (head.subarray(0, ZIP.length).equals(ZIP)) return "a ZIP file (ASiC)";
  if (head[0] === 0x30 && head.subarray(0, 32).includes(SIGNED_DATA)) return "a CMS signature (CAdES)";
  const text = head
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart();
  if (/^-----BEGIN (PKCS7|CMS)-----/.test(text)) return "a CMS signature (CAdES) in PEM";
  return text.startsWith("<") ? "XML (XAdES)" : null;
}
