import { EngineError } from "../../error.js";
import { damaged } from "../damage.js";
import type { Dereference } from "../indirectObject.js";
import { asDict, type PdfDict, PdfName, type PdfObject } from "../objects.js";

/** How bytes are enciphered (ISO 32000-2 Table 25): not at all, RC4, AES-128-CBC or AES-256-CBC. */
export type CryptMethod = "identity" | "rc4" | "aesv2" | "aesv3";

/** Which method a document uses for what (7.6.6). */
export interface CryptFilters {
  readonly strings: CryptMethod;
  readonly streams: CryptMethod;
  /** Those that a stream may name for itself. */
  readonly named: ReadonlyMap<string, CryptMethod>;
}

/** More than a handful are made to hurt. */
const MAX_FILTERS = 64;

const METHODS = new Map<string, CryptMethod>([
  ["None", "identity"],
  ["V2", "rc4"],
  ["AESV2", "aesv2"],
  ["AESV3", "aesv3"],
]);

/**
 * Reads /CF, /StmF and /StrF.
 * @param dict the encryption dictionary; undefined before version 4, which has RC4 for all
 * @throws EngineError `pdf_unsupported` for a method that is not known, `pdf_damaged` for a filter that is missing
 */
export function readCryptFilters(
  dict: PdfDict | undefined,
  at: number,
  dereference: Dereference,
): CryptFilters {
  if (dict === undefined) return { strings: "rc4", streams: "rc4", named: new Map() };
  const named = new Map<string, CryptMethod>();
  for (const [name, value] of asDict(dereference(dict.get("CF"))) ?? []) {
    if (named.size === MAX_FILTERS) throw damaged("its encryption dictionary has too many crypt filters", at);
    named.set(name, methodOf(dereference(asDict(dereference(value))?.get("CFM"))));
  }
  named.set("Identity", "identity");
  const chosen = (key: string): CryptMethod => {
    const name = dereference(dict.get(key));
    const method = named.get(name instanceof PdfName ? name.name : "Identity");
    if (method === undefined)
      throw damaged(`its encryption dictionary lacks the crypt filter of /${key}`, at);
    return method;
  };
  return { strings: chosen("StrF"), streams: chosen("StmF"), named };
}

function methodOf(name: PdfObject | undefined): CryptMethod {
  const method = METHODS.get(name instanceof PdfName ? name.name : "None");
  if (method !== undefined) return method;
  const shown = (name as PdfName).name.slice(0, 40);
  throw new EngineError(
    "pdf_unsupported",
    `The PDF is encrypted with a method that is not known (${shown}).`,
  );
}
