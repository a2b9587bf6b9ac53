import type { ComposedPdf, DocumentOptions, Margins } from "./documentOptions.js";
import { writeDocument } from "./file/writeDocument.js";
import { languageDirection, requireLanguage } from "./language.js";
import { flow } from "./layout/flow.js";
import { layOutBlocks } from "./layout/layOutBlocks.js";
import { drawRunning } from "./layout/running.js";
import type { Setting } from "./layout/setting.js";
import type { PageContent } from "./pageContent.js";
import { StructureElement } from "./structure/structureElement.js";
import { typeSize } from "./text/styledText.js";
import { Typesetter } from "./text/typesetter.js";

/** In points: ISO 216 and ANSI. */
const PAGE_SIZES = { A4: { width: 595.28, height: 841.89 }, Letter: { width: 612, height: 792 } } as const;
const MARGINS: Margins = { top: 64, bottom: 64, start: 56, end: 56 };
const SIZE = 9.5;
const COLOUR = 0.13;
const ACCENT = [0.09, 0.2, 0.42] as const;
/** What margins leave of a page, in points. */
const LEAST_WIDTH = 200;
const LEAST_HEIGHT = 200;
const ID_BYTES = 16;

/**
 * Composes a new document: text in any script that the fonts have, tables, figures, attachments. It is PDF 1.7,
 * PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1): tagged, with bookmarks, fonts embedded, colours defined. It can be
 * signed with `sign`, and stays both. Equal options give equal bytes.
 *
 * @param options see `DocumentOptions`
 * @throws EngineError `font_shaper_required` for a script that needs a shaper, `font_damaged`, `pdf_limit_exceeded` for
 *   more than 5,000 pages
 * @throws RangeError for a mistake of the caller: a title that is empty, a language that is none, an identifier that has
 *   not 16 bytes, a number that is none or out of range, rows and columns that do not match
 */
export function composeDocument(options: DocumentOptions): ComposedPdf {
  const { language, direction = languageDirection(language), style = {}, fonts, shaper } = options;
  requireSound(options);
  const page = PAGE_SIZES[options.pageSize ?? "A4"];
  const { margins = MARGINS } = options;
  const [top, bottom] = [page.height - margins.top, margins.bottom];
  const typesetter = new Typesetter(fonts, shaper);
  const setting: Setting = {
    typesetter,
    direction,
    size: typeSize(style.size ?? SIZE),
    colour: style.colour ?? COLOUR,
    accent: style.accent ?? ACCENT,
    room: top - bottom,
    bookmarks: [],
    headingLevel: 0,
  };
  const left = direction === "ltr" ? margins.start : margins.end;
  const frame = { left, width: page.width - margins.start - margins.end };
  const root = new StructureElement("Document");
  const pages = flow(layOutBlocks(setting, options.blocks, frame, root), top, bottom);
  for (const content of pages) {
    const place = { setting, frame, pages: pages.length };
    if (options.header) running(content, "Header", options.header, page.height - margins.top * 0.55, place);
    if (options.footer) running(content, "Footer", options.footer, margins.bottom * 0.5, place);
  }
  const bytes = writeDocument(options, { page, pages, root, setting });
  return { bytes, pages: pages.length, missing: [...typesetter.missing] };
}

function running(
  content: PageContent,
  kind: "Header" | "Footer",
  text: NonNullable<DocumentOptions["header"]>,
  baseline: number,
  { setting, frame, pages }: { setting: Setting; frame: { left: number; width: number }; pages: number },
): void {
  drawRunning(content, setting, kind, text, frame, baseline, pages);
}

function requireSound({
  title,
  language,
  id,
  created,
  margins = MARGINS,
  pageSize = "A4",
}: DocumentOptions): void {
  if (title.trim() === "") throw new RangeError("A document needs a title.");
  requireLanguage(language);
  if (id.length !== ID_BYTES) throw new RangeError(`A file identifier has ${ID_BYTES} bytes.`);
  if (Number.isNaN(created.getTime())) throw new RangeError("The time of creation is none.");
  const { width, height } = PAGE_SIZES[pageSize];
  const numbers = [margins.top, margins.bottom, margins.start, margins.end];
  const room =
    width - margins.start - margins.end >= LEAST_WIDTH &&
    height - margins.top - margins.bottom >= LEAST_HEIGHT;
  if (!room || !numbers.every((value) => value >= 0))
    throw new RangeError(`Margins must leave ${LEAST_WIDTH} by ${LEAST_HEIGHT} points of a page.`);
}
