import type { PdfDocument } from "../../pdf/document.js";
import { Lexer } from "../../pdf/lexer.js";
import { Parser } from "../../pdf/parser.js";
import { ReadBudget } from "../../pdf/readBudget.js";
import type { XrefSection } from "../../pdf/xref/section.js";

/** Entries of a trailer by which a reader finds the document: each stands once. */
const decisive = new Set(["Root", "Prev", "XRefStm", "Size", "Encrypt"]);

/**
 * Whether a cross-reference section of the later revision says two things: it has an object twice, or its trailer has an
 * entry twice. Programs differ in which counts, so that one would be shown what another one never compared.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function hasAmbiguousSection(before: PdfDocument, after: PdfDocument): boolean {
  const later = after.xref.sections.filter(({ trailerAt }) => trailerAt >= before.bytes.length);
  return later.some((section) => hasObjectTwice(section) || hasEntryTwice(after, section));
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
