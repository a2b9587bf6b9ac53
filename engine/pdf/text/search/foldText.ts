/** Signs that stand for the same thing in different fonts and by different writers, where Unicode keeps them apart. */
const SAME: ReadonlyMap<string, string> = new Map([
  ...[..."\u{ad}\u{2010}\u{2011}\u{2212}"].map((hyphen): [string, string] => [hyphen, "-"]),
  ...[..."\u{2018}\u{2019}\u{201b}\u{2032}"].map((apostrophe): [string, string] => [apostrophe, "'"]),
  ...[..."\u{201c}\u{201d}\u{201f}\u{2033}"].map((quote): [string, string] => [quote, '"']),
  ["\u{2206}", "\u{394}"],
]);

/** Control characters but white space, and characters that nobody sees: joiners, direction marks, variation selectors. */
const INVISIBLE = /[^\P{Cc}\s]|(?!\u{ad})\p{Default_Ignorable_Code_Point}/gu;

/** Accents that stand alone: their decomposition begins with a space, which nobody sees. */
const LONE_ACCENT = /[\u{a8}\u{af}\u{b4}\u{b8}\u{2d8}-\u{2dd}\u{37a}\u{384}\u{385}]/u;

/**
 * A text as it is compared: decomposed and without the differences between compatible characters (Unicode
 * Normalization Form NFKD, under which two texts are equal exactly when they are under NFKC), ligatures as their
 * letters, one hyphen and one kind of quotation marks.
 * @param caseSensitive false: capital and small letters are the same
 */
export function foldText(text: string, caseSensitive: boolean): string {
  let folded = "";
  for (const character of text.replace(INVISIBLE, "")) {
    folded += SAME.get(character) ?? (LONE_ACCENT.test(character) ? character : character.normalize("NFKD"));
  }
  // Marks that do not touch each other may be written in any order; the canonical one is that of NFD.
  const ordered = folded.normalize("NFD");
  return caseSensitive ? ordered : ordered.toUpperCase().toLowerCase();
}

/** No document shows more different glyphs; a stranger's may show any number of replacement texts. */
const MAX_KEPT = 65_536;

const BLANK = /^\s+$/;

/** foldText for the glyphs of a document, each different one folded once; all white space becomes one space. */
export class GlyphFolding {
  readonly #folded = new Map<string, string>();

  constructor(readonly caseSensitive: boolean) {}

  fold(text: string): string {
    const known = this.#folded.get(text);
    if (known !== undefined) return known;
    const folded = BLANK.test(text) ? " " : foldText(text, this.caseSensitive);
    if (this.#folded.size >= MAX_KEPT) this.#folded.clear();
    this.#folded.set(text, folded);
    return folded;
  }
}
