import { placeholdersOf } from "../../../../../api/messages/phrase.js";
import { directionOf, languages } from "../../../../../api/messages/words/languages.js";
import { noticeLanguages, noticeWordsFor } from "../../../../../api/webhooks/notices/words/languages.js";
import type { NoticeWords } from "../../../../../api/webhooks/notices/words/noticeWords.js";

/** Every text of a language, by its path. */
function textsOf(words: NoticeWords): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (typeof value === "string") texts.set(path, value);
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, `${path}/${key}`);
  };
  walk(words, "");
  texts.delete("/language");
  return texts;
}

const english = textsOf(noticeWordsFor("en"));
const each = noticeLanguages.map((words) => [words.language, words] as const);

test("notices speak every language that messages speak", () => {
  expect(noticeLanguages.map(({ language }) => language)).toEqual(languages.map(({ language }) => language));
});

test.each(each.filter(([language]) => language !== "en"))(
  "%s has a translation of each text of notices, with the same placeholders",
  (_language, words) => {
    const texts = textsOf(words);
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of texts) {
      const original = english.get(path)!;
      expect([path, placeholdersOf(text)]).toEqual([path, placeholdersOf(original)]);
      expect([path, text]).not.toEqual([path, original]);
    }
  },
);

test.each(each)(
  "%s writes notices in its own script, with subjects and headings that a phone shows whole",
  (language, words) => {
    for (const [path, text] of textsOf(words)) {
      const bare = text.replace(/\{[a-z]+\}/g, "").replace(/HTTP|API|webhook/g, "");
      const foreign =
        directionOf(language) === "rtl" ? /\p{Script=Latin}/u : /[^\p{Script=Latin}\p{Script=Common}]/u;
      expect([path, foreign.test(bare)]).toEqual([path, false]);
      expect([path, /^\s|\s$| {2}|undefined|TODO|[<>]/.test(text)]).toEqual([path, false]);
      if (/\/(subject|heading)$/.test(path)) expect([path, [...bare].length <= 60]).toEqual([path, true]);
    }
  },
);
