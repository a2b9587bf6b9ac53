/**
 * RC4, with which files of revision 2 to 4 are encrypted (ISO 32000-2 7.6.3). It is broken and served here only to read
 * and continue files that have it; OpenSSL 3 does not offer it.
 * @param key 1 to 256 bytes
 * @returns as many bytes as were given; enciphering and deciphering are the same
 */
export function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = new Uint8Array(256);
  for (let i = 0; i < 256; i++) state[i] = i;
  for (let i = 0, j = 0; i < 256; i++) {
    const held = state[i]!;
    j = (j + held + key[i % key.length]!) & 0xff;
    state[i] = state[j]!;
    state[j] = held;
  }
  const out = new Uint8Array(bytes.length);
  for (let at = 0, i = 0, j = 0; at < bytes.length; at++) {
    i = (i + 1) & 0xff;
    const held = state[i]!;
    j = (j + held) & 0xff;
    const other = state[j]!;
    state[i] = other;
    state[j] = held;
    out[at] = bytes[at]! ^ state[(held + other) & 0xff]!;
  }
  return out;
}
