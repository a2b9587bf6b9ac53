/** Characters that are written from right to left, or could be: without one, a text needs no reordering. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Scripts whose letters change, move or stack with their neighbours, so that one glyph a character is not legible or
 * plainly wrong; and the points of Hebrew, which need places under their letters.
 */
const SHAPED =
  /[\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Mand}\p{sc=Mong}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Thai}\p{sc=Laoo}\p{sc=Tibt}\p{sc=Mymr}\p{sc=Khmr}\p{sc=Java}\p{sc=Bali}\p{sc=Sund}\p{sc=Cham}\p{sc=Lana}\p{sc=Tale}\p{sc=Talu}\p{sc=Tavt}]|(?=\p{sc=Hebr})\p{M}/u;

/** Marks over or under any letter: drawn one after another they overlap, shaped they find their places. */
const MARK = /\p{M}/u;

/** Punctuation, digits and spaces, which belong to whatever stands around them; and marks. */
const NEUTRAL = /[\p{sc=Zyyy}\p{sc=Zinh}]/u;

/** Nothing among these is right-to-left, shaped or a mark, except the combining marks of Latin, Greek and Cyrillic. */
const SIMPLE =
  /^[ -\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u206f\u20a0-\u20cf\u2100-\u218f\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uac00-\ud7a3\uff00-\uffef]*$/;

export function mayReadRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Whether a text can be drawn a glyph a character, from left to right: by far the most, and told fastest. */
export function isSimple(text: string): boolean {
  return SIMPLE.test(text);
}

/** Whether a character can be drawn only by a shaper. */
export function mustBeShaped(character: string): boolean {
  return SHAPED.test(character);
}

/** Whether a character looks better shaped, but is legible without. */
export function isMark(character: string): boolean {
  return MARK.test(character);
}

/** Whether a character belongs to no script of its own. */
export function isNeutral(character: string): boolean {
  return NEUTRAL.test(character);
}
