import { mkdir, rm } from "node:fs/promises";
import { newComplaints } from "./complaints.js";
import { type AddedText, pageCount, textChange } from "./pageText.js";
import { changeOutside, drawPages, type PagePart, rendererNames } from "./rendering.js";

/** Nothing at all: no part of any page, and no text. */
const INVISIBLE: PagePart & AddedText = { page: 0, left: 0, top: 0, right: 0, bottom: 0, text: "" };

/**
 * What signing did to a document beside putting an appearance into one part of one page: pages, text, pixels, and
 * complaints of qpdf.
 * @param scratch a directory of the caller's, emptied after use
 * @returns nothing where all is as it was
 */
export async function damageDone(
  files: { readonly before: string; readonly after: string; readonly password?: string },
  scratch: string,
  seen: PagePart & AddedText = INVISIBLE,
): Promise<string[]> {
  const { before, after, password } = files;
  const damage = newComplaints(before, after, password);
  const [pages, pagesAfter] = [pageCount(before, password), pageCount(after, password)];
  if (pages !== pagesAfter) damage.push(`${pages} pages became ${pagesAfter}`);
  const change = textChange(before, after, seen, password);
  if (change) damage.push(change);
  for (const renderer of rendererNames) {
    const drawn = [];
    for (const file of [before, after]) {
      await mkdir(scratch);
      drawn.push(drawPages(renderer, file, scratch, password));
      await rm(scratch, { recursive: true });
    }
    const spot = changeOutside(drawn[0]!, drawn[1]!, seen);
    if (spot) damage.push(`as ${renderer} draws it, ${spot}`);
  }
  return damage;
}
