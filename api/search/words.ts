/** Words of a text at most that are kept or looked for. */
export const maxWords = 64;

const maxWordLength = 60;

/**
 * The words of a text as they are compared: in lower case, without accents, each once. Chinese, Japanese, Korean and
 * Thai, which are written without blanks, are parted where a reader would part them.
 * @returns at most 64 words of at most 60 characters, in the order of the text
 */
export function wordsOf(text: string): string[] {
  const plain = text.slice(0, 5000).normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = new Set<string>();
  for (const run of plain.match(/[\p{L}\p{N}]+/gu) ?? []) {
    for (const word of unspaced.test(run) ? segments(run) : [run]) {
      words.add(word.slice(0, maxWordLength));
      if (words.size === maxWords) return [...words];
    }
  }
  return [...words];
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

function segments(run: string): string[] {
  const segmenter = new Intl.Segmenter("und", { granularity: "word" });
  return [...segmenter.segment(run)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}
