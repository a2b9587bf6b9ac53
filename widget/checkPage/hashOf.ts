/** A file is hashed as a whole, in memory; a larger one is none of ours in any case. */
const mostBytes = 1024 * 1024 * 1024;

/**
 * SHA-256 of a file, made here: nothing leaves the browser.
 * @param file what the visitor chose
 * @param sizes of the files that it may be, in bytes: one of another size is none of them
 * @returns hexadecimal; null where the file is too large to be one of them
 */
export async function hashOf(file: File, sizes: ReadonlySet<number>): Promise<string | null> {
  if (file.size > mostBytes && !sizes.has(file.size)) return null;
  const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
