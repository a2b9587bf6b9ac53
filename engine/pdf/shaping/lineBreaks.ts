/** A part of a text before which a row may be broken. */
export interface Word {
  readonly text: string;
  /** Whether a space stands before it when it does not begin a row. */
  readonly spaced: boolean;
}

const IDEOGRAPHIC = /[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Bopo}\u3000-\u303f\u30fc\uff01-\uff60]/u;
/** No row begins with these (JIS X 4051: closing brackets, stops, small kana, the prolonged sound mark). */
const NOT_FIRST =
  /[)\]}〉》」』】〕〗〙〛、。，．・：；？！!?,.:;%‰℃’”…ー々ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ）］｝]/u;
/** No row ends with these: opening brackets and signs of currency. */
const NOT_LAST = /[([{〈《「『【〔〖〘〚‘“（［｛¥￥$＄£€]/u;
/** Scripts that write without spaces, whose words only a dictionary knows. */
const UNSPACED = /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

let dictionary: Intl.Segmenter | undefined;

/**
 * Parts a text where rows may be broken: at spaces; between ideographs and kana, but for punctuation that may not
 * begin or end a row; between the words of Thai and its like.
 *
 * @param text as `shownText` gives it
 */
export function breakIntoWords(text: string): Word[] {
  if (text === "") return [];
  const words: Word[] = [];
  for (const word of text.split(" ")) {
    const parts = IDEOGRAPHIC.test(word) ? ideographs(word) : UNSPACED.test(word) ? segments(word) : [word];
    for (const [i, part] of parts.entries()) words.push({ text: part, spaced: i === 0 && words.length > 0 });
  }
  return words;
}

function ideographs(word: string): string[] {
  const parts: string[] = [];
  let last = "";
  for (const character of word) {
    const beside = IDEOGRAPHIC.test(last) || IDEOGRAPHIC.test(character);
    const joined = !beside || NOT_LAST.test(last) || NOT_FIRST.test(character) || /\p{M}/u.test(character);
    if (last !== "" && joined) parts[parts.length - 1] += character;
    else parts.push(character);
    last = character;
  }
  return parts;
}

function segments(word: string): string[] {
  dictionary ??= new Intl.Segmenter("th", { granularity: "word" });
  return Array.from(dictionary.segment(word), ({ segment }) => segment);
}
