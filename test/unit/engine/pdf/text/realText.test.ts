import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { EngineError } from "../../../../../engine/error.js";
import { openText } from "../../../../../engine/pdf/text/documentText.js";
import { findText } from "../../../../../engine/pdf/text/findText.js";
import { describeWith, describeWithCorpora } from "../../../../support/judges.js";
import { isAt, type WordBox, wordBoxes } from "./wordBoxes.js";

/** At most so many words of a page are looked for. */
const SAMPLE = 30;

/** Where poppler and we differ, in how many words, and why that is as it should be. */
const DIFFERENT: Readonly<Record<string, { readonly words: number; readonly why: string }>> = {
  "bug1771477.pdf": {
    words: 2,
    why: "a font of Adobe-Korea1 without /ToUnicode: unknown without that collection's tables",
  },
  "bug1871353.pdf": { words: 2, why: "an annotation without an appearance, which poppler makes up" },
  "issue10542_reduced.pdf": { words: 1, why: "a path within a text object, which moves poppler's text" },
  "issue12823.pdf": {
    words: 2,
    why: "a font without its descendant has no widths; poppler takes 0, we 1000",
  },
  "issue13226.pdf": { words: 1, why: "soft hyphens, which are no part of the word" },
  "issue14821.pdf": { words: 2, why: "fields upon each other, whose words poppler runs together" },
  "issue15594_reduced.pdf": {
    words: 1,
    why: "an Identity font without /ToUnicode, whose codes poppler takes for Unicode",
  },
  "issue19182.pdf": { words: 1, why: "a private use code point, which poppler's CNS tables translate" },
  "issue2017r.pdf": { words: 1, why: "a Macintosh character map, which poppler reads as WinAnsiEncoding" },
  "issue20453.pdf": {
    words: 1,
    why: "glyph numbers, which poppler takes for Unicode; the font's own map has Cyrillic letters",
  },
  "issue2537r.pdf": { words: 1, why: "glyph numbers, which poppler takes for Unicode" },
  "issue5070.pdf": { words: 1, why: "a control character, which is no text" },
  "issue918.pdf": { words: 12, why: "bitmap fonts of TeX with ligatures and accents that have no names" },
};

function sample(words: readonly WordBox[]): WordBox[] {
  const step = Math.max(1, Math.floor(words.length / SAMPLE));
  return words.filter(({ text }, index) => index % step === 0 && text.trim() !== "");
}

describeWithCorpora("real documents", (corpora) => {
  describeWith(["pdftotext"], "as poppler reads them", () => {
    const files = ["real-pdfs", "signed-pdfs"].flatMap((folder) =>
      readdirSync(join(corpora, folder))
        .filter((name) => name.endsWith(".pdf"))
        .map((name) => join(folder, name)),
    );

    test.each(files)(
      "%s: each word is found where poppler sees it, or the document is refused with a code",
      (name) => {
        const pdf = readFileSync(join(corpora, name));
        const missed: string[] = [];
        try {
          const text = openText(pdf);
          // Reading every page first shows a refusal before any word is missed.
          const pages = [...text.pages()].length;
          for (const [index, words] of wordBoxes(pdf).slice(0, pages).entries()) {
            for (const word of sample(words)) {
              if (!findWord(text, word, index + 1)) missed.push(`page ${index + 1}: ${word.text}`);
            }
          }
        } catch (error) {
          expect(error).toBeInstanceOf(EngineError);
        }
        const expected = DIFFERENT[name.replace("real-pdfs/", "")]?.words ?? 0;
        if (missed.length > expected) expect(missed).toEqual([]);
      },
    );
  });
});

function findWord(text: Parameters<typeof findText>[0], word: WordBox, page: number): boolean {
  try {
    return findText(text, { text: word.text, page }).some((match) => isAt(match, word));
  } catch (error) {
    if (error instanceof EngineError && error.code === "pdf_text_not_found") return false;
    throw error;
  }
}
