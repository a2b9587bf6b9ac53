import { termsOf } from "../../../api/search/orderTerms.js";
import { maxWords, wordsOf } from "../../../api/search/words.js";

describe("the words of a text", () => {
  test.each([
    ["Contrat de Bail n° 42", ["contrat", "de", "bail", "n", "42"]],
    ["Ælfgifu O’Neill-Đorđević", ["ælfgifu", "o", "neill", "đorđevic"]],
    ["ÉTÉ été Été", ["ete"]],
    ["ada.lovelace@example.org", ["ada", "lovelace", "example", "org"]],
    ["Ελένη", ["ελενη"]],
    ["ﬁnance", ["finance"]],
    ["   ", []],
    ["—…!", []],
  ])("of %j are %j", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("of a language without blanks are more than one", () => {
    expect(wordsOf("東京都契約書").length).toBeGreaterThan(1);
  });

  test("are bounded, in number and in length, whatever the text", () => {
    const many = wordsOf(Array.from({ length: 500 }, (_, index) => `word${index}`).join(" "));
    expect(many).toHaveLength(maxWords);
    expect(wordsOf("x".repeat(5000))).toEqual(["x".repeat(60)]);
  });
});

test("an order with every text at its limit has at most 300 terms, its profile, labels and addresses among them", () => {
  const signers = Array.from({ length: 100 }, (_, index) => ({
    givenName: `given${index}`,
    surname: `surname${index}`,
    email: `signer${index}@example.org`,
    phone: null,
  }));
  const profileId = "01940000-aaaa-7bbb-8ccc-ddddeeeeffff";
  const rest = { title: "Lease", externalId: "A-1", labels: ["north"], documents: [] };
  const terms = termsOf({ ...rest, profileId, signers });
  expect(terms).toHaveLength(300);
  expect(terms).toEqual(expect.arrayContaining([`p:${profileId}`, "l:north", "s:signer99@example.org"]));
  expect(Math.max(...terms.map((term) => term.length))).toBeLessThanOrEqual(300);
});
