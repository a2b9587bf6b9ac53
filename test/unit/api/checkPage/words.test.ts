import { checkLanguages } from "../../../../api/checkPage/words/languages.js";
import { languages } from "../../../../api/messages/words/languages.js";
import { expectTranslated } from "../../../support/translations.js";

describe("the words of the check page", () => {
  test("are there in each language that messages are written in", () => {
    expect(checkLanguages.map(({ language }) => language)).toEqual(languages.map(({ language }) => language));
  });

  test.each(checkLanguages.map((words) => [words.language, words] as const))(
    "in %s every text is there, with the placeholders of the English one",
    (_, words) => expectTranslated(words, checkLanguages[0]!),
  );
});
