import { damaged, limitExceeded } from "../damage.js";
import { Lexer } from "../lexer.js";
import { asCount } from "../objects.js";
import type { ReadBudget } from "../readBudget.js";
import { finderOf } from "./lookup.js";
import { countOf, type XrefEntry, type XrefSection } from "./section.js";
import { readXrefStream } from "./stream.js";
import { readXrefTable } from "./table.js";

/** All cross-reference sections of a document, newest first. */
export interface XrefChain {
  /** The newest section: an increment continues it. */
  readonly newest: XrefSection;
  /** Newest first. */
  readonly sections: readonly XrefSection[];
  /** Added to an offset that the file gives, it is a byte offset from the start of the file. */
  readonly base: number;
  /** One more than the highest object number that any section has an entry for. */
  readonly endNumber: number;
  /**
   * All entries, by number, when the file's own cross-reference is of no use and was restored: an increment must then
   * list them all, and continue none.
   */
  readonly restored?: ReadonlyMap<number, XrefEntry>;
  find(num: number): XrefEntry | undefined;
}

/**
 * Reads the cross-reference sections along /Prev and /XRefStm (ISO 32000-2 7.5.4 to 7.5.8).
 * @param base added to an offset that the file gives, it is a byte offset from the start of the file
 * @param start offset of the newest section as the file gives it, and where it does, a byte offset
 * @throws EngineError `pdf_damaged`, `pdf_unsupported`, `pdf_limit_exceeded`
 */
export function readSections(
  bytes: Uint8Array,
  base: number,
  start: { readonly value: number; readonly at: number },
  budget: ReadBudget,
): XrefChain {
  const sections: XrefSection[] = [];
  const seen = new Set<number>();
  let entries = 0;
  const add = (offset: number, from: number): XrefSection => {
    const { maxRevisions, maxObjects } = budget.limits;
    if (seen.has(offset)) throw damaged("its cross-reference sections form a circle", from);
    seen.add(offset);
    if (seen.size > maxRevisions) throw limitExceeded("too many revisions", "maxRevisions", maxRevisions);
    const section = readSection(bytes, offset, base, budget);
    if (section === undefined)
      throw damaged(`no cross-reference section begins at ${offset}, which it names`, from);
    entries += countOf(section.runs);
    if (entries > maxObjects)
      throw limitExceeded("too many cross-reference entries", "maxObjects", maxObjects);
    return section;
  };
  let at = start.at;
  for (let next: number | undefined = start.value; next !== undefined; ) {
    const section = add(next, at);
    sections.push(section);
    at = section.trailerAt;
    const beside = section.kind === "table" ? section.trailer.get("XRefStm") : undefined;
    if (beside !== undefined) {
      const hidden = add(offsetOf(beside, "/XRefStm", at), at);
      sections[sections.length - 1] = withHidden(section, hidden);
    }
    const previous = section.trailer.get("Prev");
    next = previous === undefined ? undefined : offsetOf(previous, "/Prev", at);
  }
  const endNumber = sections.reduce((end, section) => Math.max(end, endOf(section)), 0);
  return { newest: sections[0]!, sections, base, endNumber, find: finderOf(sections) };
}

function readSection(
  bytes: Uint8Array,
  offset: number,
  base: number,
  budget: ReadBudget,
): XrefSection | undefined {
  const at = base + offset;
  if (at >= bytes.length) return undefined;
  const lexer = new Lexer(bytes, at);
  lexer.skipSpace();
  const start = lexer.at;
  return lexer.take("xref")
    ? readXrefTable(lexer, start - base, budget)
    : readXrefStream(bytes, start, start - base, budget);
}

/** In a hybrid file, objects that the table calls free or does not have may be in the stream beside it (7.5.8.4). */
function withHidden(table: XrefSection, hidden: XrefSection): XrefSection {
  const find = (num: number): XrefEntry | undefined => {
    const entry = table.find(num);
    return entry === undefined || entry.kind === "free" ? (hidden.find(num) ?? entry) : entry;
  };
  return { ...table, runs: [...table.runs, ...hidden.runs], parts: [table, hidden], find };
}

function endOf(section: XrefSection): number {
  return section.runs.reduce((end, { first, count }) => (count > 0 ? Math.max(end, first + count) : end), 0);
}

function offsetOf(object: unknown, name: string, at: number): number {
  const offset = typeof object === "number" ? asCount(object) : undefined;
  if (offset === undefined) throw damaged(`${name} is no offset`, at);
  return offset;
}
