import { Buffer } from "node:buffer";
import { embedFont, prepareFont } from "../../font/embed.js";
import { PdfName, type PdfObject, type PdfRef, PdfStream, PdfString, pdfDict } from "../../objects.js";
import { pdfDate } from "../../pdfDate.js";
import { textString } from "../../textString.js";
import type { DocumentOptions } from "../documentOptions.js";
import type { Setting } from "../layout/setting.js";
import type { PageContent } from "../pageContent.js";
import type { StructureElement } from "../structure/structureElement.js";
import { writeStructure } from "../structure/writeStructure.js";
import type { Typesetter } from "../text/typesetter.js";
import { addAttachments } from "./attachments.js";
import { metadataPacket } from "./metadata.js";
import { NewFile } from "./newFile.js";
import { addOutline } from "./outline.js";
import { addOutputIntent } from "./outputIntent.js";
import { packedStream } from "./packedStream.js";

const SCHEMES = new Set(["https:", "http:", "mailto:"]);

/** What was laid out. */
export interface LaidOut {
  readonly page: { readonly width: number; readonly height: number };
  readonly pages: readonly PageContent[];
  readonly root: StructureElement;
  readonly setting: Setting;
}

/** Writes a document of pages that are drawn. @throws EngineError `font_damaged` @throws RangeError */
export function writeDocument(options: DocumentOptions, { page, pages, root, setting }: LaidOut): Uint8Array {
  const file = new NewFile();
  const catalog = file.allocate();
  const tree = file.allocate();
  const refs = pages.map(() => file.allocate());
  const resources = file.add(pdfDict({ Font: addFonts(setting.typesetter, file) }));
  const links = addPages(file, { page, pages, tree, refs, resources });
  const structure = writeStructure(file, root, pages, { pages: refs, links });
  file.put(tree, pdfDict({ Type: new PdfName("Pages"), Kids: refs, Count: refs.length }));
  const { title, language, author, subject, producer, created, attachments = [] } = options;
  const added = addAttachments(attachments, created, file.add);
  const outline = addOutline(setting.bookmarks, refs, file);
  const metadata = { Type: new PdfName("Metadata"), Subtype: new PdfName("XML") };
  file.put(
    catalog,
    pdfDict({
      Type: new PdfName("Catalog"),
      Pages: tree,
      Lang: textString(language),
      MarkInfo: pdfDict({ Marked: true }),
      StructTreeRoot: structure,
      // Plain, so that whoever looks for what the file is finds it.
      Metadata: file.add(new PdfStream(pdfDict(metadata), metadataPacket(options))),
      OutputIntents: [addOutputIntent(file.add)],
      Outlines: outline,
      PageMode: outline === undefined ? undefined : new PdfName("UseOutlines"),
      ViewerPreferences: pdfDict({
        DisplayDocTitle: true,
        Direction: setting.direction === "rtl" ? new PdfName("R2L") : undefined,
      }),
      AF: added?.associated,
      Names: added && pdfDict({ EmbeddedFiles: added.embeddedFiles }),
    }),
  );
  const info = file.add(
    pdfDict({
      Title: textString(title),
      Author: author === undefined ? undefined : textString(author),
      Subject: subject === undefined ? undefined : textString(subject),
      Producer: producer === undefined ? undefined : textString(producer),
      CreationDate: pdfDate(created),
      ModDate: pdfDate(created),
    }),
  );
  return file.finish(catalog, info, options.id);
}

function addFonts(typesetter: Typesetter, file: NewFile): PdfObject {
  const fonts = new Map<string, PdfObject>();
  for (const { name, use } of typesetter.fonts) {
    if (use.texts.length === 0) continue;
    const prepared = prepareFont(use);
    const packed = (stream: PdfStream) =>
      stream.dict.has("Filter") ? stream : packedStream(stream.raw, Object.fromEntries(stream.dict));
    const program = packed(prepared.program);
    fonts.set(name, embedFont({ ...prepared, program, toUnicode: packed(prepared.toUnicode) }, file.add));
  }
  return fonts;
}

/** @returns the references of each page's link annotations */
function addPages(
  file: NewFile,
  { page, pages, tree, refs, resources }: Pick<LaidOut, "page" | "pages"> & PageRefs,
): PdfRef[][] {
  let parent = pages.length;
  return pages.map((content, i) => {
    const links = content.links.map(({ rect, uri }) =>
      file.add(
        pdfDict({
          Type: new PdfName("Annot"),
          Subtype: new PdfName("Link"),
          Rect: rect.map((value) => Math.round(value * 100) / 100),
          // Print, as PDF/A asks (ISO 19005-3, 6.3.2).
          F: 4,
          Border: [0, 0, 0],
          A: pdfDict({ S: new PdfName("URI"), URI: new PdfString(Buffer.from(uriOf(uri), "latin1")) }),
          // ISO 14289-1, 7.18.5: what assistive technology says of the link.
          Contents: textString(uri),
          StructParent: parent++,
        }),
      ),
    );
    file.put(
      refs[i]!,
      pdfDict({
        Type: new PdfName("Page"),
        Parent: tree,
        MediaBox: [0, 0, page.width, page.height],
        Resources: resources,
        Contents: file.add(packedStream(content.toBytes())),
        StructParents: i,
        // The order of the structure (ISO 14289-1, 7.18.3).
        Tabs: new PdfName("S"),
        Annots: links.length > 0 ? links : undefined,
      }),
    );
    return links;
  });
}

/** In ASCII, as a URI is (ISO 32000-1, 12.6.4.7), and of no scheme that runs something. @throws RangeError */
function uriOf(link: string): string {
  if (!URL.canParse(link)) throw new RangeError("A link leads to no URI.");
  const { href, protocol } = new URL(link);
  if (!SCHEMES.has(protocol)) throw new RangeError("A link leads to https, http or mailto.");
  return href;
}

interface PageRefs {
  readonly tree: PdfRef;
  readonly refs: readonly PdfRef[];
  readonly resources: PdfRef;
}
