import { PdfName, type PdfObject, type PdfRef, pdfDict } from "../../objects.js";
import { textString } from "../../textString.js";
import type { Bookmark } from "../layout/setting.js";

/** A bookmark with those below it. */
interface Entry {
  readonly bookmark: Bookmark;
  readonly kids: Entry[];
}

/** How objects get into the file: their numbers come first, because they refer to each other. */
export interface ObjectTarget {
  allocate(): PdfRef;
  put(ref: PdfRef, value: PdfObject): void;
}

/**
 * Adds bookmarks (ISO 32000-1, 12.3.3), all of them open.
 * @param pages the references of the pages
 * @returns undefined where there are none
 */
export function addOutline(
  bookmarks: readonly Bookmark[],
  pages: readonly PdfRef[],
  target: ObjectTarget,
): PdfRef | undefined {
  if (bookmarks.length === 0) return undefined;
  const entries = nested(bookmarks);
  const root = target.allocate();
  const refs = putLevel(entries, root, pages, target);
  target.put(
    root,
    pdfDict({
      Type: new PdfName("Outlines"),
      First: refs[0]!,
      Last: refs.at(-1)!,
      Count: bookmarks.length,
    }),
  );
  return root;
}

function nested(bookmarks: readonly Bookmark[]): Entry[] {
  const top: Entry[] = [];
  const open: Entry[] = [];
  for (const bookmark of bookmarks) {
    while (open.length > 0 && open.at(-1)!.bookmark.level >= bookmark.level) open.pop();
    const entry = { bookmark, kids: [] };
    (open.at(-1)?.kids ?? top).push(entry);
    open.push(entry);
  }
  return top;
}

function putLevel(
  entries: readonly Entry[],
  parent: PdfRef,
  pages: readonly PdfRef[],
  target: ObjectTarget,
): PdfRef[] {
  const refs = entries.map(() => target.allocate());
  for (const [i, { bookmark, kids }] of entries.entries()) {
    const below = putLevel(kids, refs[i]!, pages, target);
    target.put(
      refs[i]!,
      pdfDict({
        Title: textString(bookmark.title),
        Parent: parent,
        Prev: refs[i - 1],
        Next: refs[i + 1],
        First: below[0],
        Last: below.at(-1),
        Count: below.length > 0 ? countOf(kids) : undefined,
        Dest: [pages[bookmark.page]!, new PdfName("XYZ"), null, Math.round(bookmark.top * 100) / 100, null],
      }),
    );
  }
  return refs;
}

function countOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, { kids }) => sum + 1 + countOf(kids), 0);
}
