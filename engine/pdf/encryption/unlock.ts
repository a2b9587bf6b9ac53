import { damaged } from "../damage.js";
import type { Dereference } from "../indirectObject.js";
import { asArray, asDict, type PdfDict, PdfString } from "../objects.js";
import type { PdfAccess } from "./access.js";
import { Encryption } from "./encryption.js";
import { readEncryptionDictionary } from "./encryptionDictionary.js";
import { unlockFileKey } from "./fileKey.js";

const NO_ID = new Uint8Array(0);

/**
 * Unlocks a document (ISO 32000-2 7.6.4).
 * @param trailer of its newest cross-reference section
 * @param trailerAt byte offset of it, for messages
 * @returns undefined when it is not encrypted
 * @throws EngineError `pdf_encrypted`, `pdf_password_wrong`, `pdf_unsupported`, `pdf_damaged`
 */
export function unlock(
  trailer: PdfDict,
  trailerAt: number,
  access: PdfAccess,
  dereference: Dereference,
): Encryption | undefined {
  if (!trailer.has("Encrypt")) return undefined;
  const dict = asDict(dereference(trailer.get("Encrypt")));
  if (dict === undefined) throw damaged("its encryption dictionary is missing", trailerAt);
  const parameters = readEncryptionDictionary(dict, trailerAt, dereference);
  const id = dereference(asArray(dereference(trailer.get("ID")))?.[0]);
  const unlocked = unlockFileKey(parameters, access.password, id instanceof PdfString ? id.bytes : NO_ID);
  return new Encryption(parameters, unlocked, access.random);
}
