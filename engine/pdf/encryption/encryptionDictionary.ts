import { EngineError } from "../../error.js";
import { damaged } from "../damage.js";
import type { Dereference } from "../indirectObject.js";
import { isName, type PdfDict, PdfName, PdfString } from "../objects.js";
import { type CryptFilters, readCryptFilters } from "./cryptFilters.js";

/** The encryption dictionary of the standard security handler (ISO 32000-2 Tables 20 and 21), checked. */
export interface StandardEncryption extends CryptFilters {
  readonly revision: 2 | 3 | 4 | 5 | 6;
  /** Length of the file encryption key. */
  readonly keyBytes: number;
  /** /O: 32 bytes up to revision 4, 48 from revision 5 on. */
  readonly ownerEntry: Uint8Array;
  /** /U: as /O. */
  readonly userEntry: Uint8Array;
  /** /OE and /UE, 32 bytes each; empty up to revision 4. */
  readonly ownerKey: Uint8Array;
  readonly userKey: Uint8Array;
  /** /P, 32 bits. */
  readonly permissions: number;
  readonly encryptMetadata: boolean;
}

const NOTHING = new Uint8Array(0);

/**
 * Reads an encryption dictionary.
 * @param at byte offset of the trailer, for messages
 * @throws EngineError `pdf_unsupported` for another security handler or a version that is not known, `pdf_damaged`
 */
export function readEncryptionDictionary(
  dict: PdfDict,
  at: number,
  dereference: Dereference,
): StandardEncryption {
  const handler = dereference(dict.get("Filter"));
  if (!isName(handler, "Standard")) throw otherHandler(handler instanceof PdfName ? handler.name : "");
  const version = dereference(dict.get("V")) ?? 0;
  const revision = dereference(dict.get("R"));
  const known =
    revision === 2 || revision === 3 || revision === 4 || revision === 5 || revision === 6 ? revision : 0;
  if (known === 0 || !isConsistent(version, known)) {
    const named = `/V ${numberText(version)} and /R ${numberText(revision)}`;
    throw new EngineError("pdf_unsupported", `The PDF is encrypted in a way that is not known: ${named}.`);
  }
  const bytes = (key: string, length: number): Uint8Array => {
    const value = dereference(dict.get(key));
    if (!(value instanceof PdfString) || value.bytes.length < length)
      throw damaged(`its encryption dictionary has no /${key} of ${length} bytes`, at);
    return value.bytes;
  };
  const permissions = dereference(dict.get("P"));
  if (typeof permissions !== "number" || !Number.isSafeInteger(permissions))
    throw damaged("its encryption dictionary has no /P", at);
  const entrySize = known >= 5 ? 48 : 32;
  return {
    revision: known,
    keyBytes: keyLength(dereference(dict.get("Length")), version, at),
    ownerEntry: bytes("O", entrySize),
    userEntry: bytes("U", entrySize),
    ownerKey: known >= 5 ? bytes("OE", 32) : NOTHING,
    userKey: known >= 5 ? bytes("UE", 32) : NOTHING,
    permissions: permissions | 0,
    // Meaningful from version 4 on only (Table 21).
    encryptMetadata: version < 4 || dereference(dict.get("EncryptMetadata")) !== false,
    ...readCryptFilters(version >= 4 ? dict : undefined, at, (object) => dereference(object)),
  };
}

/** Which versions of the algorithm a revision of the handler goes with (Tables 20 and 21). */
function isConsistent(version: unknown, revision: number): version is number {
  if (revision <= 3) return version === 1 || version === 2;
  return version === (revision === 4 ? 4 : 5);
}

/** Version 1 has 40 bits, 4 has 128, 5 has 256; version 2 says how many. */
function keyLength(length: unknown, version: number, at: number): number {
  if (version !== 2) return version === 1 ? 5 : version === 4 ? 16 : 32;
  const bits = length ?? 40;
  if (typeof bits !== "number" || bits % 8 !== 0 || bits < 40 || bits > 128)
    throw damaged("its encryption dictionary has a /Length that is no multiple of 8 from 40 to 128", at);
  return bits / 8;
}

function otherHandler(name: string): EngineError {
  const why = /PubSec|PPK/.test(name)
    ? "it is encrypted to the certificates of its recipients"
    : "its security handler is not the standard one";
  return new EngineError("pdf_unsupported", `The PDF cannot be opened: ${why} (${name.slice(0, 40)}).`);
}

function numberText(value: unknown): string {
  return typeof value === "number" ? String(value) : "none";
}
