import { EngineError } from "../../error.js";
import { readObjectHeader } from "../indirectObject.js";
import { Lexer } from "../lexer.js";
import { isName, PdfStream } from "../objects.js";
import type { ReadBudget } from "../readBudget.js";
import { readSections, type XrefChain } from "./chain.js";
import { numbersOf } from "./section.js";
import type { Survey } from "./survey.js";

/**
 * Finds the newest cross-reference section of a file whose startxref is missing or wrong: the last that stands in it. It
 * is taken only where it and all before it tell exactly what stands in the file, so that a reader that follows them and
 * one that rebuilds them see the same document.
 * @param header byte offset of the header, from which offsets count
 * @returns undefined where they do not
 * @throws EngineError `pdf_limit_exceeded`
 */
export function relocateXref(
  bytes: Uint8Array,
  header: number,
  survey: Survey,
  budget: ReadBudget,
): XrefChain | undefined {
  const at = survey.trailers.at(-1)?.sectionAt;
  if (at === undefined || at < header) return undefined;
  try {
    const chain = readSections(bytes, header, { value: at - header, at }, budget);
    return tells(bytes, chain, survey) ? chain : undefined;
  } catch (error) {
    if (error instanceof EngineError && error.code === "pdf_damaged") return undefined;
    throw error;
  }
}

/** Whether each object that counts is where the chain says, and each place that the chain names has an object. */
function tells(bytes: Uint8Array, chain: XrefChain, { objects }: Survey): boolean {
  if (chain.sections.some(({ misnumbered }) => misnumbered)) return false;
  const last = new Map(objects.map((object) => [object.num, object]));
  for (const { num, gen, at, value } of last.values()) {
    const entry = chain.find(num);
    const unlisted = value instanceof PdfStream && isName(value.dict.get("Type"), "XRef");
    if (entry === undefined ? unlisted : entry.kind === "free") continue;
    if (entry?.kind !== "offset" || entry.gen !== gen) return false;
    if (behindSpace(bytes, chain.base + entry.offset) !== at) return false;
  }
  for (const section of chain.sections) {
    for (const num of numbersOf(section)) {
      const entry = chain.find(num);
      if (entry?.kind === "offset" && !last.has(num)) return false;
      if (entry?.kind === "compressed" && !last.has(entry.stream)) return false;
    }
  }
  return true;
}

function behindSpace(bytes: Uint8Array, at: number): number {
  const lexer = new Lexer(bytes, at);
  lexer.skipSpace();
  const start = lexer.at;
  return readObjectHeader(lexer) === undefined ? -1 : start;
}
