import { placeholdersOf } from "../../../../api/messages/phrase.js";
import { septets } from "../../../../api/messages/sms/gsmAlphabet.js";
import { textMessage } from "../../../../api/messages/sms/textMessage.js";
import { directionOf, languages, wordsFor } from "../../../../api/messages/words/languages.js";
import type { Words } from "../../../../api/messages/words/words.js";

/** Every text of a language, by its path. */
function textsOf(words: Words): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (typeof value === "string") texts.set(path, value);
    else for (const [key, inner] of Object.entries(value as object)) walk(inner, `${path}/${key}`);
  };
  walk(words, "");
  return texts;
}

const english = textsOf(wordsFor("en"));
const others = languages.filter(({ language }) => language !== "en");
/** What is spelled alike in two languages. */
const alike = new Set(["fr/labels/documents"]);

test("messages speak at least the eight languages that were promised", () => {
  const spoken = languages.map(({ language }) => language);
  expect(spoken).toEqual(expect.arrayContaining(["fr", "en", "de", "es", "it", "nl", "pt", "pl"]));
  expect(new Set(spoken).size).toBe(spoken.length);
});

test.each(others.map((words) => [words.language, words] as const))(
  "%s has a translation of each text, with the same placeholders",
  (language, words) => {
    const texts = textsOf(words);
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of texts) {
      if (path === "/language") continue;
      const original = english.get(path)!;
      // What concerns the sender alone may go without the sender's name.
      expect([path, [...new Set(placeholdersOf(text))].sort()]).toEqual([
        path,
        [...new Set(placeholdersOf(original))].sort(),
      ]);
      if (!alike.has(`${language}${path}`)) expect([path, text]).not.toEqual([path, original]);
    }
  },
);

test.each(languages.map((words) => [words.language, words] as const))(
  "%s is written in its own script, without blanks or signs that should not be there",
  (language, words) => {
    for (const [path, text] of textsOf(words)) {
      if (path === "/language") continue;
      const bare = text.replace(/\{[a-z]+\}/g, "").replace(/https?:\S+/g, "");
      const foreign =
        directionOf(language) === "rtl" ? /\p{Script=Latin}/u : /[^\p{Script=Latin}\p{Script=Common}]/u;
      expect([path, foreign.test(bare)]).toEqual([path, false]);
      expect([path, /^\s|\s$| {2}|undefined|TODO|[<>]/.test(text)]).toEqual([path, false]);
    }
  },
);

test.each(languages.map((words) => [words.language, words] as const))(
  "%s has subjects, headings and buttons that a phone shows whole",
  (_language, words) => {
    for (const [path, text] of textsOf(words)) {
      const length = [...text.replace(/\{[a-z]+\}/g, "")].length;
      if (path.endsWith("/subject")) expect([path, length <= 60]).toEqual([path, true]);
      if (path.endsWith("/heading")) expect([path, length <= 60]).toEqual([path, true]);
      if (path.startsWith("/action") || path.endsWith("/button")) {
        expect([path, length <= 34]).toEqual([path, true]);
      }
    }
  },
);

test.each(
  others.filter(({ language }) => language !== "ar").map((words) => [words.language, words] as const),
)("each text message of %s is one of 160 characters with its link whole", (_language, words) => {
  const link = `https://signature.example.com/s/${"x".repeat(43)}`;
  const values = {
    sender: "Compagnie générale des eaux et forêts",
    title: "Contrat de bail de l’appartement du deuxième étage, 12 rue des Lilas",
    link,
    code: "482913",
    life: "10 minutes",
  };
  const templates = [...textsOf(words)].filter(([path]) => path.startsWith("/sms/"));
  for (const [path, template] of templates) {
    const text = textMessage(template, words.sms.plain, values);
    expect([path, septets(text) <= 160]).toEqual([path, true]);
    if (template.includes("{link}")) expect(text).toContain(link);
    if (template.includes("{code}")) expect(text).toContain("482913");
  }
});

test("a language that we do not speak is answered in English, and runs its own way", () => {
  expect(wordsFor("fi").language).toBe("en");
  expect(wordsFor("pt-BR").language).toBe("pt");
  expect(["ar", "he", "fa", "ur", "az-Arab", "yi"].map(directionOf)).toEqual(Array(6).fill("rtl"));
  expect(["en", "az", "tr", "zh", "not a tag!"].map(directionOf)).toEqual(Array(5).fill("ltr"));
});
