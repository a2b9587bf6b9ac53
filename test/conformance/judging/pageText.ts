import { spawnSync } from "node:child_process";
import { DRAWN_PAGES } from "./rendering.js";

/** What a signature may add to the text of a page: its own, or the beginning of it in a box too small for all. */
export interface AddedText {
  readonly page: number;
  readonly text: string;
}

/**
 * How the text of a document changed, as poppler reads it in the order in which it is drawn; an appearance is drawn
 * last.
 * @returns what is not as it was, null where only `added` came to it
 */
export function textChange(before: string, after: string, added: AddedText, password = ""): string | null {
  const [pages, pagesAfter] = [pageTexts(before, password), pageTexts(after, password)];
  for (const [index, text] of pages.entries()) {
    const textAfter = pagesAfter[index] ?? "";
    const isAdded = index + 1 === added.page && textAfter.startsWith(text);
    const allowed = isAdded && added.text.startsWith(textAfter.slice(text.length).trim());
    if (textAfter === text || allowed) continue;
    return `the text of page ${index + 1}, ${JSON.stringify(text)}, became ${JSON.stringify(textAfter)}`;
  }
  return null;
}

/** The words of each page, with one space between each two. */
function pageTexts(file: string, password: string): string[] {
  const options = ["-raw", "-enc", "UTF-8", "-l", String(DRAWN_PAGES), "-upw", password, file, "-"];
  const { stdout } = spawnSync("pdftotext", options, { encoding: "utf8", maxBuffer: 1e9, timeout: 60_000 });
  return stdout.split("\f").map((text) => text.replace(/\s+/g, " ").trim());
}

/** How many pages a document has, as poppler counts them; null where it cannot. */
export function pageCount(file: string, password = ""): number | null {
  const { stdout } = spawnSync("pdfinfo", ["-upw", password, file], { encoding: "utf8" });
  const count = /^Pages:\s+(\d+)$/m.exec(stdout)?.[1];
  return count === undefined ? null : Number(count);
}
