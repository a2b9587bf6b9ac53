/**
 * What a reader would not see, or would see elsewhere than it stands: controls, overrides and embeddings of direction,
 * marks of format. Joiners and the plain marks of direction are how Arabic and Persian are written, and stay.
 */
const unseen = /(?![\u200c-\u200f\u061c])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu;

/** Most texts: nothing to look at. */
const plain = /^[\x20-\x7e]*$/;

/**
 * Somebody's text, as one line in which every character is seen: a line break in it, an override of direction or
 * another control stands there by its number, as in `[U+202E]`. Threat: a name that forges a line, or turns the words
 * around it.
 */
export function shownLine(text: string): string {
  return plain.test(text) ? text : text.toWellFormed().replace(unseen, byNumber);
}

/** As `shownLine`, with line breaks as they are. */
export function shownLines(text: string): string {
  return text
    .split(/\r\n|[\n\r]/)
    .map(shownLine)
    .join("\n");
}

function byNumber(character: string): string {
  return character === "\t"
    ? " "
    : `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`;
}
