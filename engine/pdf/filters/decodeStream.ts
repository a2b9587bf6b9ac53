import { EngineError } from "../../error.js";
import { damaged } from "../damage.js";
import type { Dereference } from "../indirectObject.js";
import { asArray, asDict, type PdfDict, PdfName, type PdfObject, type PdfStream } from "../objects.js";
import type { ReadBudget } from "../readBudget.js";
import { decodeAscii85, decodeAsciiHex } from "./ascii.js";
import { inflate } from "./flate.js";
import { decodeLzw } from "./lzw.js";
import { undoPredictor } from "./predictor.js";
import { decodeRunLength } from "./runLength.js";

/** A chain of filters longer than this is made to hurt. */
const MAX_FILTERS = 8;

/**
 * A stream's bytes with its filters undone (ISO 32000-2 7.4): FlateDecode and LZWDecode with predictors,
 * RunLengthDecode, ASCIIHexDecode and ASCII85Decode: all that do not decode images.
 * @param offset of the stream, for messages
 * @throws EngineError `pdf_damaged`, `pdf_unsupported` for another filter, `pdf_limit_exceeded`
 */
export function decodeStream(
  stream: PdfStream,
  offset: number,
  budget: ReadBudget,
  dereference: Dereference,
): Uint8Array {
  const filters = list(dereference(stream.dict.get("Filter")));
  const parameters = list(dereference(stream.dict.get("DecodeParms")));
  if (filters.length > MAX_FILTERS) throw damaged("a stream has too many filters", offset);
  let bytes = stream.raw;
  for (const [index, entry] of filters.entries()) {
    const filter = dereference(entry);
    const name = filter instanceof PdfName ? filter.name : "";
    const decoded = undo(name, bytes, asDict(dereference(parameters[index])), budget);
    if (decoded === undefined) throw damaged(`a stream cannot be decoded (${name})`, offset);
    budget.inflated(decoded.length);
    bytes = decoded;
  }
  return bytes;
}

function undo(
  filter: string,
  bytes: Uint8Array,
  parameters: PdfDict | undefined,
  budget: ReadBudget,
): Uint8Array | undefined {
  switch (filter) {
    case "FlateDecode": {
      const inflated = inflate(bytes, budget);
      return inflated && undoPredictor(inflated, parameters);
    }
    case "LZWDecode": {
      const expanded = decodeLzw(bytes, parameters, budget);
      return expanded && undoPredictor(expanded, parameters);
    }
    case "RunLengthDecode":
      return decodeRunLength(bytes, budget);
    case "ASCIIHexDecode":
      return decodeAsciiHex(bytes);
    case "ASCII85Decode":
      return decodeAscii85(bytes, budget);
    case "Crypt":
      // Deciphered already, when the object was read.
      return bytes;
    default:
      throw new EngineError(
        "pdf_unsupported",
        `The PDF keeps its structure in a stream with an unsupported filter (${filter.slice(0, 40) || "none"}).`,
      );
  }
}

function list(object: PdfObject | undefined): PdfObject[] {
  if (object === undefined || object === null) return [];
  return asArray(object) ?? [object];
}
