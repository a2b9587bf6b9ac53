import { damaged } from "../damage.js";
import { openPdf, PdfDocument } from "../document.js";
import { asDict } from "../objects.js";
import { describePage, type PdfPage } from "../page.js";
import { findPage, walkPages } from "../pageTree.js";
import { ContentSource } from "./contentSource.js";
import { FontStore } from "./font/fontStore.js";
import { linesOf } from "./layout/lines.js";
import type { TextLine } from "./layout/textLine.js";
import { UNKNOWN } from "./layout/textRun.js";
import { pageRuns } from "./pageContent.js";
import { DEFAULT_TEXT_LIMITS, type TextLimits } from "./textLimits.js";

/** Pages are kept for the next search while they have no more glyphs than this together. */
const MAX_KEPT_GLYPHS = 500_000;

/** What a function for text takes: a document's bytes, or it opened, or its text from an earlier search. */
export type TextSource = Uint8Array | PdfDocument | DocumentText;

/** A page and what stands on it. */
export interface PageLines {
  /** 1 for the first. */
  readonly number: number;
  readonly page: PdfPage;
  /** In the order in which they were shown. */
  readonly lines: readonly TextLine[];
}

/**
 * A document's text, kept for several searches: fonts, and pages as far as memory allows, are read once.
 * @param limits what all searches may cost together, where that differs from DEFAULT_TEXT_LIMITS
 */
export function openText(source: TextSource, limits: Partial<TextLimits> = {}): DocumentText {
  return open(source, limits, MAX_KEPT_GLYPHS);
}

/** As openText, for one search: no page is kept. */
export function openTextOnce(source: TextSource, limits: Partial<TextLimits> = {}): DocumentText {
  return open(source, limits, 0);
}

function open(source: TextSource, limits: Partial<TextLimits>, maxKeptGlyphs: number): DocumentText {
  if (source instanceof DocumentText) return source;
  const document = source instanceof PdfDocument ? source : openPdf(source);
  return new DocumentText(document, { ...DEFAULT_TEXT_LIMITS, ...limits }, maxKeptGlyphs);
}

/** See openText. Its methods throw EngineError `pdf_damaged`, `pdf_unsupported`, `pdf_limit_exceeded`. */
export class DocumentText {
  readonly #source: ContentSource;
  readonly #fonts: FontStore;
  readonly #kept = new Map<number, PageLines>();
  #keptGlyphs = 0;
  /** How many glyphs stand for nobody knows what, on all pages read so far. */
  unknownCharacters = 0;

  constructor(
    readonly document: PdfDocument,
    readonly limits: TextLimits,
    readonly maxKeptGlyphs: number,
  ) {
    this.#source = new ContentSource(document, limits);
    this.#fonts = new FontStore(this.#source);
  }

  /** @param number 1 for the first page. @throws EngineError `pdf_page_out_of_range` too */
  page(number: number): PageLines {
    return this.#kept.get(number) ?? this.#read(number, findPage(this.document, number));
  }

  /** All pages from the first on, each read when it is come to. */
  *pages(): Generator<PageLines> {
    const { document } = this;
    let number = 0;
    for (const { ref, inherited } of walkPages(document)) {
      number++;
      const kept = this.#kept.get(number);
      if (kept !== undefined) {
        yield kept;
        continue;
      }
      const dict = asDict(document.resolve(ref));
      if (dict === undefined) throw damaged("a page is no dictionary", document.placeOf(ref));
      yield this.#read(number, describePage(document, ref, dict, inherited));
    }
  }

  #read(number: number, page: PdfPage): PageLines {
    const runs = pageRuns(this.#source, this.#fonts, page);
    const read = { number, page, lines: linesOf(runs) };
    let glyphs = 0;
    for (const { texts } of runs) {
      glyphs += texts.length;
      for (const text of texts) if (text === UNKNOWN) this.unknownCharacters++;
    }
    if (this.#keptGlyphs + glyphs <= this.maxKeptGlyphs) {
      this.#keptGlyphs += glyphs;
      this.#kept.set(number, read);
    }
    return read;
  }
}
