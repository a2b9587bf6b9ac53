import { createHash } from "node:crypto";
import type { StandardEncryption } from "./encryptionDictionary.js";
import { rc4 } from "./rc4.js";
import type { UnlockedKey } from "./unlockedKey.js";

/** The bytes that fill up a password to 32 (ISO 32000-2 7.6.4.3.2, algorithm 2, step a). */
const PADDING = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex");

/**
 * The file encryption key of a file of revision 2 to 4 (7.6.4.3 and 7.6.4.4), if this is its owner's or user's password.
 * @param id the first half of the file identifier; empty where the file has none
 */
export function keyUpToRevision4(
  encryption: StandardEncryption,
  password: Uint8Array,
  id: Uint8Array,
): UnlockedKey | undefined {
  const asOwner = userKey(encryption, userPasswordFor(encryption, password), id);
  if (asOwner !== undefined) return { key: asOwner, owner: true };
  const asUser = userKey(encryption, password, id);
  return asUser && { key: asUser, owner: false };
}

/** Algorithms 2 and 6: the key that a user password makes, when /U shows that it is the right one. */
function userKey(
  encryption: StandardEncryption,
  password: Uint8Array,
  id: Uint8Array,
): Uint8Array | undefined {
  const { revision, keyBytes, permissions, encryptMetadata } = encryption;
  const hash = createHash("md5")
    .update(padded(password))
    .update(encryption.ownerEntry.subarray(0, 32))
    .update(Uint8Array.of(permissions, permissions >> 8, permissions >> 16, permissions >> 24))
    .update(id);
  if (revision >= 4 && !encryptMetadata) hash.update(Uint8Array.of(255, 255, 255, 255));
  const key = hashedAgain(hash.digest(), revision, keyBytes);
  const expected = encryption.userEntry;
  if (revision === 2) return startsWith(expected, rc4(key, PADDING), 32) ? key : undefined;
  let check: Uint8Array = createHash("md5").update(PADDING).update(id).digest();
  for (let round = 0; round < 20; round++) check = rc4(mixed(key, round), check);
  return startsWith(expected, check, 16) ? key : undefined;
}

/** Algorithm 7: the user password that an owner password deciphers from /O. */
function userPasswordFor(
  { revision, keyBytes, ownerEntry }: StandardEncryption,
  owner: Uint8Array,
): Uint8Array {
  const key = hashedAgain(createHash("md5").update(padded(owner)).digest(), revision, keyBytes);
  let password = ownerEntry.subarray(0, 32);
  for (let round = revision === 2 ? 0 : 19; round >= 0; round--) password = rc4(mixed(key, round), password);
  return password;
}

function hashedAgain(digest: Uint8Array, revision: number, keyBytes: number): Uint8Array {
  let key = digest;
  for (let times = revision === 2 ? 0 : 50; times > 0; times--)
    key = createHash("md5").update(key.subarray(0, keyBytes)).digest();
  return key.subarray(0, keyBytes);
}

function mixed(key: Uint8Array, round: number): Uint8Array {
  return key.map((byte) => byte ^ round);
}

function padded(password: Uint8Array): Uint8Array {
  return Buffer.concat([password, PADDING]).subarray(0, 32);
}

function startsWith(entry: Uint8Array, expected: Uint8Array, count: number): boolean {
  return Buffer.compare(entry.subarray(0, count), expected.subarray(0, count)) === 0;
}
