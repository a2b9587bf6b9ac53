import { createHmac } from "node:crypto";
import { asArray, asDict, isName, type PdfDict, PdfName } from "../objects.js";
import type { CryptMethod } from "./cryptFilters.js";
import type { StandardEncryption } from "./encryptionDictionary.js";
import { BLOCK, decipher, encipher, objectKey } from "./objectCipher.js";
import type { UnlockedKey } from "./unlockedKey.js";

/** The encryption of a document that was unlocked: it deciphers what is read, and enciphers what is written. */
export class Encryption {
  /** Whether the owner's password opened it, so that no permission is withheld. */
  readonly owner: boolean;
  readonly #fileKey: Uint8Array;
  /** The key that was needed last: an object's strings come one after the other. */
  #last:
    | { readonly method: CryptMethod; readonly num: number; readonly gen: number; readonly key: Uint8Array }
    | undefined;

  constructor(
    readonly parameters: StandardEncryption,
    unlocked: UnlockedKey,
    readonly random: ((bytes: number) => Uint8Array) | undefined,
  ) {
    this.owner = unlocked.owner;
    this.#fileKey = unlocked.key;
  }

  /** A string of object `num gen` (ISO 32000-2 7.6.3.1). */
  decipherString(bytes: Uint8Array, num: number, gen: number): Uint8Array {
    return this.#decipher(this.parameters.strings, bytes, num, gen);
  }

  encipherString(bytes: Uint8Array, num: number, gen: number): Uint8Array {
    return this.#encipher(this.parameters.strings, bytes, num, gen);
  }

  /** A stream's bytes, still filtered. @param dict its dictionary, which may name a crypt filter of its own */
  decipherStream(dict: PdfDict, raw: Uint8Array, num: number, gen: number): Uint8Array {
    return this.#decipher(this.#methodOf(dict), raw, num, gen);
  }

  encipherStream(dict: PdfDict, raw: Uint8Array, num: number, gen: number): Uint8Array {
    return this.#encipher(this.#methodOf(dict), raw, num, gen);
  }

  /** Cross-reference streams are never enciphered (7.5.8.2), metadata not always, others as /StmF or they say (7.6.6). */
  #methodOf(dict: PdfDict): CryptMethod {
    const { streams, named, encryptMetadata } = this.parameters;
    if (isName(dict.get("Type"), "XRef")) return "identity";
    const filter = dict.get("Filter");
    const first = asArray(filter)?.[0] ?? filter;
    if (isName(first, "Crypt")) {
      const parameters = dict.get("DecodeParms");
      const name = asDict(asArray(parameters)?.[0] ?? parameters)?.get("Name");
      return named.get(name instanceof PdfName ? name.name : "Identity") ?? "identity";
    }
    return !encryptMetadata && isName(dict.get("Type"), "Metadata") ? "identity" : streams;
  }

  #decipher(method: CryptMethod, bytes: Uint8Array, num: number, gen: number): Uint8Array {
    if (method === "identity") return bytes;
    return decipher(method, this.#key(method, num, gen), bytes);
  }

  #encipher(method: CryptMethod, bytes: Uint8Array, num: number, gen: number): Uint8Array {
    if (method === "identity") return bytes;
    const key = this.#key(method, num, gen);
    return encipher(method, key, bytes, () => this.random?.(BLOCK) ?? derivedVector(key, bytes, num));
  }

  #key(method: CryptMethod, num: number, gen: number): Uint8Array {
    const last = this.#last;
    if (last?.num === num && last.gen === gen && last.method === method) return last.key;
    const key = objectKey(this.#fileKey, method, num, gen);
    this.#last = { method, num, gen, key };
    return key;
  }
}

/**
 * An initialisation vector that nobody without the key can foresee, as CBC needs it, and that is the same only for the
 * same bytes of the same object: then it shows that they are the same, and nothing else (RFC 5297 does likewise).
 */
function derivedVector(key: Uint8Array, bytes: Uint8Array, num: number): Uint8Array {
  return createHmac("sha256", key)
    .update(`initialisation vector ${num}\n`)
    .update(bytes)
    .digest()
    .subarray(0, BLOCK);
}
