import { Failure } from "../failure/failure.js";
import { smsLength } from "./smsLength.js";

const place = "{OTP}";

/** A caller's own words for a message with a code, with {OTP} after them where they have not said where it stands. */
export function withPlaceOfCode(text: string): string {
  return text.includes(place) ? text : `${text.trimEnd()} ${place}`;
}

/**
 * @param codeLength characters of the code
 * @param param path of the text in the request
 * @throws Failure `field_invalid`, with the count, when the text and the code are more than one text message
 */
export function requireOneSms(text: string, codeLength: number, param: string): void {
  const written = withPlaceOfCode(text).replaceAll(place, "0".repeat(codeLength));
  const { alphabet, units, most } = smsLength(written);
  if (units <= most) return;
  const why = alphabet === "UCS-2" ? ", because not all of its characters are in the GSM 7-bit alphabet" : "";
  throw new Failure(
    "field_invalid",
    `${param} has ${units} ${alphabet} characters with its code; one text message takes ${most}${why}.`,
    { param, extensions: { characters: units, limit: most, alphabet } },
  );
}
