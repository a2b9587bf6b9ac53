/** How the strings of a composite font are parted into codes, and what the codes select (ISO 32000-2 9.7.5). */
export interface CodeMap {
  readonly vertical: boolean;
  /** How many bytes the code has that begins at `at`: 1 to 4, whatever the bytes. */
  codeLength(bytes: Uint8Array, at: number): number;
  /** The CID of a code; undefined where that is not known. */
  cid(code: number, length: number): number | undefined;
  /** What a code stands for, where the map itself says so. */
  text(code: number, length: number): string | undefined;
}

/** The code in `length` bytes, the first of them the highest. */
export function codeIn(bytes: Uint8Array, at: number, length: number): number {
  let code = 0;
  for (let i = 0; i < length; i++) code = code * 256 + (bytes[at + i] ?? 0);
  return code;
}
