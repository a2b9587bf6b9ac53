import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";

/**
 * Reads a phone number as people and programs write it: `0611111111` and `06 11 11 11 11` in the holder's country,
 * `+33611111111`, `0033611111111`, and `33611111111`, where the plus was taken away.
 * @param country ISO 3166-1 alpha-2
 * @returns E.164; null where it is no number
 */
export function phoneNumber(text: string, country: string): string | null {
  const written = text.trim().replace(/^00(?=[1-9])/, "+");
  const home = isSupportedCountry(country) ? (country as CountryCode) : undefined;
  const candidates = [
    parsePhoneNumberFromString(written, home),
    // Where it is none of the country's, it may be any other's without its plus.
    ...(/^[1-9]/.test(written) ? [parsePhoneNumberFromString(`+${written}`)] : []),
  ].filter((number) => number !== undefined);
  const found =
    candidates.find((number) => number.isValid()) ?? candidates.find((number) => number.isPossible());
  return found && /^\+[1-9][0-9]{5,14}$/.test(found.number) ? found.number : null;
}
