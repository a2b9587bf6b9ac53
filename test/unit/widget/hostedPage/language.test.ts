/** The browser's own modules, as compiled for it: they are no part of the server's program. */
const compiled = (module: string) =>
  import(new URL(`../../../../widget/hostedPage/${module}`, import.meta.url).href);

type Phrase = string | Record<string, string>;

async function phrases(language: string): Promise<Record<string, Phrase>> {
  const module = (await compiled(`language/${language}.js`)) as Record<string, Record<string, Phrase>>;
  return module[language] ?? {};
}

function sentences(phrase: Phrase | undefined): string[] {
  if (phrase === undefined) return [];
  return typeof phrase === "string" ? [phrase] : Object.values(phrase);
}

function names(phrase: Phrase | undefined): string[] {
  const found = sentences(phrase).flatMap((sentence) => sentence.match(/\{\w+\}/g) ?? []);
  return [...new Set(found)].sort();
}

describe.each(["fr", "de"])("the hosted page in %s", (language) => {
  test("says everything that English says, with the same names in it", async () => {
    const [english, other] = [await phrases("en"), await phrases(language)];
    expect(Object.keys(other).sort()).toEqual(Object.keys(english).sort());
    for (const [key, phrase] of Object.entries(english)) {
      expect({ key, names: names(other[key]) }).toEqual({ key, names: names(phrase) });
    }
  });

  test("has a sentence for each plural category that the language tells apart", async () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, phrase] of Object.entries(await phrases(language))) {
      if (typeof phrase === "string") continue;
      // French has "many" for millions; a signer meets none.
      const missing = categories.filter((category) => category !== "many" && !(category in phrase));
      expect({ key, missing }).toEqual({ key, missing: [] });
    }
  });
});

describe.each(["en", "fr", "de"])("what somebody who approves is told in %s", (language) => {
  const own = async () => {
    const { approverPhrases } = (await compiled("language/approver.js")) as {
      approverPhrases: Record<string, Record<string, Phrase>>;
    };
    return approverPhrases[language] ?? {};
  };

  test("has the same names and plurals as what signers are told", async () => {
    const [signers, approvers] = [await phrases(language), await own()];
    expect(Object.keys(approvers).length).toBeGreaterThan(15);
    for (const [key, phrase] of Object.entries(approvers)) {
      const plurals = (told: Phrase | undefined) =>
        typeof told === "object" ? Object.keys(told).sort() : [];
      expect({ key, names: names(phrase), plurals: plurals(phrase) }).toEqual({
        key,
        names: names(signers[key]),
        plurals: plurals(signers[key]),
      });
    }
  });

  test("speaks of no signature of theirs", async () => {
    const said = Object.values(await own()).flatMap(sentences);
    expect(said.filter((sentence) => /\bsign|unter(schr|zeich)/i.test(sentence))).toEqual([]);
  });
});

describe("the language", () => {
  interface Phrases {
    readonly language: string;
    readonly direction: string;
    speakTo(role: string): void;
    say(key: string, values?: Record<string, string | number>): string;
    span(seconds: number): string;
  }
  const choose = async (wanted: string[], direction?: string) => {
    const module = (await compiled("language/language.js")) as {
      choosePhrases(wanted: string[], direction?: string): Phrases;
    };
    return module.choosePhrases(wanted, direction);
  };

  test("is that of approving for whoever approves", async () => {
    const english = await choose(["en"]);
    expect(english.say("refuse.heading")).toBe("Refuse to sign");
    english.speakTo("approver");
    expect([english.say("refuse.heading"), english.say("page.back")]).toEqual(["Refuse to approve", "Back"]);
    english.speakTo("signer");
    expect(english.say("refuse.heading")).toBe("Refuse to sign");
  });

  test("is the first one wanted that there is, and English where there is none", async () => {
    expect((await choose(["pl", "de-AT", "fr"])).language).toBe("de");
    expect((await choose(["pl", "not a tag", ""])).language).toBe("en");
  });

  test("keeps a name of the other direction from reordering the sentence", async () => {
    const said = (await choose(["en"])).say("page.asks", { sender: "מרים" });
    expect(said).toBe("\u2068מרים\u2069 asks you to sign");
  });

  test("says a span of time in whole units, never 0", async () => {
    const english = await choose(["en-GB"]);
    expect([0, 1, 45, 600, 7300].map((seconds) => english.span(seconds))).toEqual([
      "1 second",
      "1 second",
      "45 seconds",
      "10 minutes",
      "3 hours",
    ]);
  });
});

describe("the code in what was typed or pasted", () => {
  test.each([
    ["123456", "123456"],
    ["123 456", "123456"],
    ["Your code is 123456. It works for 10 minutes.", "123456"],
    ["G-123456", "123456"],
    ["١٢٣٤٥٦", "123456"],
    ["１２３４５６", "123456"],
    ["1234567", "123456"],
    ["abc", ""],
  ])("%s is %s", async (entered, code) => {
    const { onlyCode } = (await compiled("steps/onlyCode.js")) as { onlyCode(entered: string): string };
    expect(onlyCode(entered)).toBe(code);
  });
});
