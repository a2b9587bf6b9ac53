import { isCountry } from "../../../../api/signers/countries.js";

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const pairs = letters.flatMap((first) => letters.map((second) => first + second));
const taken = pairs.filter(isCountry);

test("the 249 codes that ISO 3166-1 assigns are taken", () => {
  expect(taken.length).toBe(249);
  for (const code of ["FR", "DE", "GB", "GR", "US", "AX", "BQ", "CW", "PS", "SS", "SX", "TW"])
    expect(isCountry(code)).toBe(true);
});

test("each of them is a country to Unicode as well, and stands for itself", () => {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  for (const code of taken) {
    expect([code, names.of(code)]).toEqual([code, expect.any(String)]);
    expect(new Intl.Locale(`und-${code}`).region).toBe(code);
  }
});

test.each([
  "ZZ",
  "XK",
  "EU",
  "UK",
  "UN",
  "AN",
  "SU",
  "AC",
  "IC",
  "QO",
  "AA",
  "fr",
  "FRA",
  "",
  "A",
  " F",
  "FRDE",
])("%j is not: reserved, withdrawn, private or no code at all", (code) => {
  expect(isCountry(code)).toBe(false);
});

test("what Unicode knows beyond that is reserved, private or a test's", () => {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const standsForItself = (code: string) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
  const beyond = pairs.filter(
    (code) => !isCountry(code) && names.of(code) !== undefined && standsForItself(code),
  );
  const known = ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "XK", "ZZ"];
  expect(beyond.filter((code) => !known.includes(code))).toEqual([]);
});
