import { inGsmAlphabet, septets } from "../messages/sms/gsmAlphabet.js";

/** How long a text is for a phone network. */
export interface SmsLength {
  readonly alphabet: "GSM-7" | "UCS-2";
  /** Septets of the default alphabet, its extension's signs two each; or UTF-16 units. */
  readonly units: number;
  /** What one message takes. */
  readonly most: 160 | 70;
}

/**
 * Counts a text as it is sent (3GPP TS 23.038, 6.2): in the default alphabet where that has a spelling of all of it,
 * else in UCS-2.
 */
export function smsLength(text: string): SmsLength {
  const gsm = inGsmAlphabet(text);
  return gsm === null
    ? { alphabet: "UCS-2", units: text.length, most: 70 }
    : { alphabet: "GSM-7", units: septets(gsm), most: 160 };
}
