import { requireOneSms, withPlaceOfCode } from "../../../../api/otp/codeText.js";
import { smsLength } from "../../../../api/otp/smsLength.js";

const refusal = (text: string, length = 6): unknown => {
  try {
    requireOneSms(text, length, "signers[0].code_text");
    return null;
  } catch (error) {
    return error;
  }
};

describe("a text's length on a phone network", () => {
  test.each([
    ["a".repeat(160), "GSM-7", 160],
    ["é".repeat(10), "GSM-7", 10],
    ["ΔΦΓ", "GSM-7", 3],
    ["€{}[]~^|\\", "GSM-7", 18],
    ["", "GSM-7", 0],
    ["привет", "UCS-2", 6],
    ["🖋", "UCS-2", 2],
    [`${"a".repeat(100)}字`, "UCS-2", 101],
  ] as const)("of %j is counted in %s as %d", (text, alphabet, units) => {
    expect(smsLength(text)).toMatchObject({ alphabet, units, most: alphabet === "GSM-7" ? 160 : 70 });
  });
});

describe("a caller's own words for a code", () => {
  test("get the code after them where they have not said where it stands", () => {
    expect(withPlaceOfCode("Your code ")).toBe("Your code {OTP}");
    expect(withPlaceOfCode("{OTP} is it")).toBe("{OTP} is it");
  });

  test.each([
    ["a".repeat(153), 6, null],
    ["a".repeat(154), 6, { characters: 161, limit: 160, alphabet: "GSM-7" }],
    [`{OTP}${"€".repeat(77)}`, 6, null],
    [`{OTP}${"€".repeat(78)}`, 6, { characters: 162, limit: 160, alphabet: "GSM-7" }],
    ["字".repeat(63), 6, null],
    ["字".repeat(64), 6, { characters: 71, limit: 70, alphabet: "UCS-2" }],
    ["字".repeat(63), 8, { characters: 72, limit: 70, alphabet: "UCS-2" }],
    [`{OTP} {OTP}${"a".repeat(148)}`, 6, { characters: 161, limit: 160, alphabet: "GSM-7" }],
  ])(
    "%j with %d characters of code are one message, or refused with the count: %j",
    (text, length, extensions) => {
      if (extensions === null) expect(refusal(text, length)).toBeNull();
      else
        expect(refusal(text, length)).toMatchObject({
          code: "field_invalid",
          param: "signers[0].code_text",
          extensions,
        });
    },
  );
});
