import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import type { CryptMethod } from "./cryptFilters.js";
import { rc4 } from "./rc4.js";

/** AES blocks and initialisation vectors have 16 bytes. */
export const BLOCK = 16;

const SALT = Buffer.from("sAlT", "latin1");

/**
 * The key for the strings and streams of one object (ISO 32000-2 7.6.3, algorithms 1 and 1.A): of its own number and
 * generation up to revision 4, the file's key from revision 5 on.
 */
export function objectKey(fileKey: Uint8Array, method: CryptMethod, num: number, gen: number): Uint8Array {
  if (method === "aesv3") return fileKey;
  const hash = createHash("md5")
    .update(fileKey)
    .update(Uint8Array.of(num, num >> 8, num >> 16, gen, gen >> 8));
  if (method === "aesv2") hash.update(SALT);
  return hash.digest().subarray(0, Math.min(fileKey.length + 5, 16));
}

/** @param initialisationVector gives 16 bytes; asked only for AES, whose result begins with them */
export function encipher(
  method: CryptMethod,
  key: Uint8Array,
  bytes: Uint8Array,
  initialisationVector: () => Uint8Array,
): Uint8Array {
  if (method === "identity") return bytes;
  if (method === "rc4") return rc4(key, bytes);
  const vector = initialisationVector();
  const cipher = createCipheriv(cipherName(method), key, vector);
  return Buffer.concat([vector, cipher.update(bytes), cipher.final()]);
}

/**
 * The bytes that were enciphered. Where AES data end in the middle of a block, or their padding is none that the standard
 * allows, what is whole is given, as all readers do; what it is worth, its own parser judges.
 */
export function decipher(method: CryptMethod, key: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (method === "identity") return bytes;
  if (method === "rc4") return rc4(key, bytes);
  const whole = bytes.length - (bytes.length % BLOCK);
  if (whole <= BLOCK) return new Uint8Array(0);
  const aes = createDecipheriv(cipherName(method), key, bytes.subarray(0, BLOCK)).setAutoPadding(false);
  const plain = aes.update(bytes.subarray(BLOCK, whole));
  const padding = plain[plain.length - 1]!;
  return padding >= 1 && padding <= BLOCK ? plain.subarray(0, plain.length - padding) : plain;
}

function cipherName(method: "aesv2" | "aesv3"): string {
  return method === "aesv2" ? "aes-128-cbc" : "aes-256-cbc";
}
