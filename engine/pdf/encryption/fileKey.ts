import { EngineError } from "../../error.js";
import type { StandardEncryption } from "./encryptionDictionary.js";
import { keyFromRevision5 } from "./keyFromRevision5.js";
import { keyUpToRevision4 } from "./keyUpToRevision4.js";
import { passwordFromRevision5, passwordUpToRevision4 } from "./password.js";
import type { UnlockedKey } from "./unlockedKey.js";

/**
 * Finds the file encryption key with a password (ISO 32000-2 7.6.4.3).
 * @param password absent: the empty one
 * @param id the first half of the file identifier, empty where the file has none
 * @throws EngineError `pdf_encrypted` when no password was given and the empty one is not right, `pdf_password_wrong`
 */
export function unlockFileKey(
  encryption: StandardEncryption,
  password: string | Uint8Array | undefined,
  id: Uint8Array,
): UnlockedKey {
  const given = password ?? "";
  const upTo4 = encryption.revision <= 4;
  for (const bytes of upTo4 ? passwordUpToRevision4(given) : passwordFromRevision5(given)) {
    const unlocked = upTo4 ? keyUpToRevision4(encryption, bytes, id) : keyFromRevision5(encryption, bytes);
    if (unlocked !== undefined) return unlocked;
  }
  if (given.length === 0) {
    throw new EngineError("pdf_encrypted", "The PDF is encrypted and cannot be opened without its password.");
  }
  throw new EngineError(
    "pdf_password_wrong",
    "The password is neither the user's nor the owner's password of the PDF.",
  );
}
