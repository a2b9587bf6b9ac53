import { createCipheriv, createHash } from "node:crypto";

const DIGESTS = ["sha256", "sha384", "sha512"] as const;

/**
 * The hash of revision 6 (ISO 32000-2 7.6.4.3.4, algorithm 2.B): at least 64 rounds of AES and SHA-2, and at most 288,
 * as a round's last byte is at most 255.
 * @param userEntry the first 48 bytes of /U when an owner password is hashed, else nothing
 * @returns 32 bytes
 */
export function hardenedHash(password: Uint8Array, salt: Uint8Array, userEntry: Uint8Array): Uint8Array {
  let key: Uint8Array = createHash("sha256").update(password).update(salt).update(userEntry).digest();
  let last = 0;
  for (let round = 0; round < 64 || last > round - 32; round++) {
    const once = Buffer.concat([password, key, userEntry]);
    const repeated = Buffer.alloc(64 * once.length, once);
    const cipher = createCipheriv("aes-128-cbc", key.subarray(0, 16), key.subarray(16, 32));
    const enciphered = cipher.setAutoPadding(false).update(repeated);
    // The first 16 bytes as a number, modulo 3: 256 is 1 modulo 3, so that the sum of the bytes is as good.
    let sum = 0;
    for (const byte of enciphered.subarray(0, 16)) sum += byte;
    key = createHash(DIGESTS[sum % 3]!)
      .update(enciphered)
      .digest();
    last = enciphered[enciphered.length - 1]!;
  }
  return key.subarray(0, 32);
}
