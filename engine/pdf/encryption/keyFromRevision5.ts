import { createDecipheriv, createHash } from "node:crypto";
import type { StandardEncryption } from "./encryptionDictionary.js";
import { hardenedHash } from "./hardenedHash.js";
import type { UnlockedKey } from "./unlockedKey.js";

const NOTHING = new Uint8Array(0);

/**
 * The file encryption key of a file of revision 5 or 6 (ISO 32000-2 7.6.4.3.3, algorithm 2.A), if this is its owner's
 * or user's password. /O and /U each hold a digest of 32 bytes, then a salt of 8 to check the password with, then one of
 * 8 for the key that /OE or /UE is enciphered with.
 */
export function keyFromRevision5(
  encryption: StandardEncryption,
  password: Uint8Array,
): UnlockedKey | undefined {
  const { ownerEntry, ownerKey, userEntry, userKey } = encryption;
  const user = userEntry.subarray(0, 48);
  const asOwner = unlock(encryption, password, ownerEntry, ownerKey, user);
  if (asOwner !== undefined) return { key: asOwner, owner: true };
  const asUser = unlock(encryption, password, userEntry, userKey, NOTHING);
  return asUser && { key: asUser, owner: false };
}

function unlock(
  { revision }: StandardEncryption,
  password: Uint8Array,
  entry: Uint8Array,
  wrappedKey: Uint8Array,
  userEntry: Uint8Array,
): Uint8Array | undefined {
  const hash = revision === 5 ? plainHash : hardenedHash;
  const check = hash(password, entry.subarray(32, 40), userEntry);
  if (Buffer.compare(check, entry.subarray(0, 32)) !== 0) return undefined;
  const wrappingKey = hash(password, entry.subarray(40, 48), userEntry);
  const decipher = createDecipheriv("aes-256-cbc", wrappingKey, new Uint8Array(16)).setAutoPadding(false);
  return decipher.update(wrappedKey.subarray(0, 32));
}

/** Revision 5 (Adobe extension level 3) hashes but once. */
function plainHash(password: Uint8Array, salt: Uint8Array, userEntry: Uint8Array): Uint8Array {
  return createHash("sha256").update(password).update(salt).update(userEntry).digest();
}
