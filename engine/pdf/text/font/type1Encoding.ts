/** The encoding stands in the plain text before the encrypted part, well before this many bytes. */
const MAX_HEADER = 128 * 1024;

/**
 * The encoding of an embedded Type 1 font program ("Adobe Type 1 Font Format", 2.2): for each code its glyph's name.
 * @returns undefined when it is the standard encoding, or when there is none
 */
export function readType1Encoding(font: Uint8Array): ReadonlyMap<number, string> | undefined {
  const text = Buffer.from(font.buffer, font.byteOffset, Math.min(font.length, MAX_HEADER)).toString(
    "latin1",
  );
  const encrypted = text.indexOf("eexec");
  const start = text.indexOf("/Encoding");
  const header = text.slice(0, encrypted < 0 ? text.length : encrypted);
  if (
    start < 0 ||
    start > header.length ||
    /^\/Encoding\s+StandardEncoding/.test(header.slice(start, start + 60))
  )
    return undefined;
  const names = new Map<number, string>();
  for (const [, code, name] of header
    .slice(start)
    .matchAll(/\bdup\s+(\d{1,3}|8#[0-7]{1,3})\s*\/(\S{1,100})\s+put\b/g)) {
    names.set(code!.startsWith("8#") ? Number.parseInt(code!.slice(2), 8) : Number(code), name!);
  }
  return names.size > 0 ? names : undefined;
}
