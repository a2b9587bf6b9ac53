import { languages } from "../../../../api/messages/words/languages.js";
import { paperLanguages, paperWords } from "../../../../api/papers/words/languages.js";
import { expectTranslated } from "../../../support/translations.js";

describe("the words of our papers", () => {
  test("are there in each language that messages are written in, and in English for any other", () => {
    expect(paperLanguages.map(({ language }) => language)).toEqual(languages.map(({ language }) => language));
    expect(paperWords("pt-BR").language).toBe("pt");
    expect(paperWords("ja").language).toBe("en");
  });

  test.each(paperLanguages.map((words) => [words.language, words] as const))(
    "in %s every text is there, with the placeholders of the English one",
    (_, words) => expectTranslated(words, paperWords("en")),
  );
});
