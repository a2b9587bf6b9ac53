/**
 * Decodes base64 (RFC 4648 clause 4): no line breaks, padded.
 * @returns null when it is none
 */
export function bytesOfBase64(text: string): Buffer | null {
  if (text.length % 4 !== 0) return null;
  // Node's decoder stops at padding, skips what it does not know, and takes the alphabet for URLs (clause 5) as well.
  // Had it skipped anything, there would be fewer bytes than digits make; a look at each digit costs ten times more.
  if (text.includes("-") || text.includes("_")) return null;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const bytes = Buffer.from(text, "base64");
  return bytes.length === (text.length / 4) * 3 - padding ? bytes : null;
}
