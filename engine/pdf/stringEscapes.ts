const LF = 0x0a;
const CR = 0x0d;
const BACKSLASH = 0x5c;

/** The escapes of ISO 32000-2 Table 3 that name a byte: n r t b f. */
const NAMED = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
]);

/**
 * The bytes that the inside of a literal string stands for (7.3.4.2): escapes and octal codes undone, a backslash
 * before an end of line dropped with it, every other end of line a line feed, and an unknown escape the byte itself.
 */
export function undoEscapes(written: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(written.length);
  let length = 0;
  for (let at = 0; at < written.length; ) {
    const byte = written[at++]!;
    if (byte === CR) {
      if (written[at] === LF) at++;
      decoded[length++] = LF;
    } else if (byte !== BACKSLASH) decoded[length++] = byte;
    else if (at < written.length) {
      const escaped = written[at++]!;
      if (escaped === LF) continue;
      if (escaped === CR) {
        if (written[at] === LF) at++;
      } else if (isOctal(escaped)) {
        let code = escaped - 0x30;
        for (let i = 0; i < 2 && isOctal(written[at]); i++) code = code * 8 + written[at++]! - 0x30;
        decoded[length++] = code & 0xff;
      } else decoded[length++] = NAMED.get(escaped) ?? escaped;
    }
  }
  return decoded.subarray(0, length);
}

function isOctal(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x37;
}
