import {
  checkPolicy,
  defaultPolicy,
  effectivePolicy,
  guessingOdds,
  resolvePolicy,
} from "../../../../api/otp/policy.js";
import type { OtpSettings } from "../../../../api/otp/settings.js";

const refusal = (settings: OtpSettings): unknown => {
  try {
    checkPolicy(resolvePolicy(settings), "otp");
    return null;
  } catch (error) {
    return error;
  }
};

test("an order's settings go before its profile's, and those before ours, one by one", () => {
  const policy = resolvePolicy({ length: 8, tries: 5, alphabet: "mixed" }, null, { tries: 2 });
  expect(policy).toEqual({ ...defaultPolicy, length: 8, alphabet: "mixed", maxTries: 2 });
});

test.each<[OtpSettings, number]>([
  [{}, 41_666],
  [{ length: 4, tries: 1, codes: 1 }, 10_000],
  [{ length: 6, tries: 10, codes: 10 }, 10_000],
  [{ length: 8, tries: 10, codes: 50 }, 200_000],
  [{ length: 4, alphabet: "letters", tries: 5, codes: 8 }, 11_424],
  [{ length: 6, alphabet: "mixed" }, 36_979_320],
])("a policy of %j is guessed by one in %d, and is taken", (settings, odds) => {
  expect(guessingOdds(resolvePolicy(settings))).toBe(odds);
  expect(refusal(settings)).toBeNull();
});

test.each<[OtpSettings, string]>([
  [{ length: 4 }, "1 signer in 416"],
  [{ length: 4, tries: 1, codes: 2 }, "1 signer in 5,000"],
  [{ length: 5 }, "1 signer in 4,166"],
  [{ length: 6, tries: 10, codes: 11 }, "1 signer in 9,090"],
  [{ length: 4, alphabet: "letters", tries: 10, codes: 5 }, "1 signer in 9,139"],
])("a policy of %j is refused, with the odds of %s and the bound", (settings, odds) => {
  expect(refusal(settings)).toMatchObject({
    code: "field_invalid",
    param: "otp",
    message: expect.stringMatching(new RegExp(`${odds}\\b.* at most 1 in 10,000`)),
  });
});

test("a profile that is changed cannot make an order's codes easy to guess: then its own rules count alone", () => {
  const order: OtpSettings = { length: 4 };
  const strict: OtpSettings = { tries: 1, codes: 1 };
  expect(effectivePolicy(strict, order)).toMatchObject({ length: 4, maxTries: 1, maxCodes: 1 });
  expect(effectivePolicy({ tries: 2, codes: 1 }, order)).toEqual(resolvePolicy({ tries: 2, codes: 1 }));
  const hour: OtpSettings = { alphabet: "letters", lifetime_seconds: 3600 };
  expect(effectivePolicy(hour, { alphabet: "digits" })).toEqual(resolvePolicy(hour));
});

test("digits are good for ten minutes at most, letters for an hour", () => {
  expect(refusal({ lifetime_seconds: 601 })).toMatchObject({ param: "otp.lifetime_seconds" });
  expect(refusal({ lifetime_seconds: 3600, alphabet: "letters" })).toBeNull();
  expect(refusal({ lifetime_seconds: 600 })).toBeNull();
});
