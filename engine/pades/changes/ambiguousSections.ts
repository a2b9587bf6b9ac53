import type { PdfDocument } from "../../pdf/document.js";
import { Lexer } from "../../pdf/lexer.js";
import { Parser } from "../../pdf/parser.js";
import { ReadBudget } from "../../pdf/readBudget.js";
import { numbersOf, type XrefEntry, type XrefSection } from "../../pdf/xref/section.js";

/** Entries of a trailer by which a reader finds the document: each stands once. */
const decisive = new Set(["Root", "Prev", "XRefStm", "Size", "Encrypt"]);

/**
 * Whether a cross-reference section of the later revision says two things: it has an object twice, or its trailer has an
 * entry twice. Programs differ in which counts, so that one would be shown what another one never compared.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function hasAmbiguousSection(before: PdfDocument, after: PdfDocument): boolean {
  const later = after.xref.sections.filter(({ trailerAt }) => trailerAt >= before.bytes.length);
  return later.some(
    (section) =>
      (section.parts ?? [section]).some(hasObjectTwice) ||
      partsDisagree(section) ||
      hasEntryTwice(after, section),
  );
}

/** In a hybrid file an object may stand in the table and in the stream: programs ask one of them first, or only one. */
function partsDisagree({ parts }: XrefSection): boolean {
  if (parts === undefined) return false;
  const [table, stream] = parts;
  for (const num of numbersOf(stream)) {
    const entry = table.find(num);
    if (entry && entry.kind !== "free" && !isSamePlace(entry, stream.find(num))) return true;
  }
  return false;
}

function hasObjectTwice({ runs }: XrefSection): boolean {
  const ordered = runs.toSorted((one, other) => one.first - other.first);
  return ordered.some(
    ({ first, count }, index) => (ordered[index + 1]?.first ?? first + count) < first + count,
  );
}

function hasEntryTwice({ bytes, limits }: PdfDocument, { trailerAt }: XrefSection): boolean {
  const parser = new Parser(new Lexer(bytes, trailerAt), new ReadBudget(limits, bytes.length));
  const keys = (parser.entryPlaces() ?? []).flatMap(({ key }) => (decisive.has(key) ? key : []));
  return new Set(keys).size < keys.length;
}

function isSamePlace(one: XrefEntry, other: XrefEntry | undefined): boolean {
  if (one.kind === "offset")
    return other?.kind === "offset" && one.offset === other.offset && one.gen === other.gen;
  if (one.kind === "free") return other?.kind === "free";
  return other?.kind === "compressed" && one.stream === other.stream && one.index === other.index;
}
