import { PdfName, type PdfStream, PdfString } from "../../objects.js";
import type { ContentSource } from "../contentSource.js";
import { readCMapFile } from "./cmapParser.js";
import { type CodeMap, codeIn } from "./codeMap.js";
import { CodeRanges } from "./codeRanges.js";

interface Codespace {
  readonly low: Uint8Array;
  readonly high: Uint8Array;
}

/** More codespace ranges than this has no CMap, and each code is held against them. */
const MAX_CODESPACES = 32;

/**
 * Reads a CMap stream that maps codes to CIDs (ISO 32000-2 9.7.5.3).
 * @param base the map that it builds upon (/UseCMap), which answers for codes that it does not map itself
 * @throws EngineError `pdf_limit_exceeded`
 */
export function readEmbeddedCMap(
  source: ContentSource,
  stream: PdfStream,
  base: (name: string | undefined) => CodeMap | undefined,
): CodeMap {
  const codespaces: Codespace[] = [];
  const cids = new CodeRanges<number>();
  let under = base(undefined);
  let vertical = source.number(stream.dict.get("WMode")) === 1;
  readCMapFile(source.decode(stream) ?? new Uint8Array(0), source.budget, (operator, operands) => {
    const [first, second] = operands;
    if (operator === "usecmap" && first instanceof PdfName) under ??= base(first.name);
    else if (operator === "def" && first instanceof PdfName && first.name === "WMode")
      vertical = second === 1;
    else if (operator === "endcodespacerange") {
      for (let i = 0; i + 1 < operands.length && codespaces.length < MAX_CODESPACES; i += 2) {
        const low = operands[i];
        const high = operands[i + 1];
        if (low instanceof PdfString && high instanceof PdfString)
          addCodespace(codespaces, low.bytes, high.bytes);
      }
    } else if (operator === "endcidchar" || operator === "endcidrange") {
      const step = operator === "endcidchar" ? 2 : 3;
      for (let i = 0; i + step <= operands.length; i += step) {
        const low = operands[i];
        const high = operands[i + step - 2];
        const cid = operands[i + step - 1];
        if (!(low instanceof PdfString) || !(high instanceof PdfString) || typeof cid !== "number") continue;
        cids.add(codeIn(low.bytes, 0, low.bytes.length), codeIn(high.bytes, 0, high.bytes.length), cid);
      }
    }
  });
  return {
    vertical,
    codeLength: (bytes, at) => {
      for (const { low, high } of codespaces) if (isWithin(bytes, at, low, high)) return low.length;
      return under?.codeLength(bytes, at) ?? shortest(codespaces);
    },
    cid: (code, length) => {
      const found = cids.find(code);
      return found === undefined ? under?.cid(code, length) : found.value + found.offset;
    },
    text: (code, length) => under?.text(code, length),
  };
}

function addCodespace(codespaces: Codespace[], low: Uint8Array, high: Uint8Array): void {
  if (low.length === high.length && low.length >= 1 && low.length <= 4) codespaces.push({ low, high });
}

/** Each byte lies between those of the range (9.7.5.2). */
function isWithin(bytes: Uint8Array, at: number, low: Uint8Array, high: Uint8Array): boolean {
  for (let i = 0; i < low.length; i++) {
    const byte = bytes[at + i];
    if (byte === undefined || byte < low[i]! || byte > high[i]!) return false;
  }
  return true;
}

function shortest(codespaces: readonly Codespace[]): number {
  return codespaces.reduce((length, { low }) => Math.min(length, low.length), codespaces.length > 0 ? 4 : 2);
}
