import { fill, type Values } from "../phrase.js";
import { oneLine, shortened } from "../strangersText.js";
import { inGsmAlphabet, septets } from "./gsmAlphabet.js";

/** One text message in the default alphabet, and one in UCS-2 (3GPP TS 23.040, 9.2.3.24.1). */
const roomGsm = 160;
const roomUcs2 = 70;

/** Characters of a title or a name below which it would say nothing any more. */
const leastCharacters = 8;

/**
 * A text of one message: the title, then the sender's name are cut until it fits; where that leaves too little of them
 * the plain text goes, and where their letters are not in the alphabet it goes too. Link and code are never cut.
 * @param template with placeholders
 * @param plain without sender and title
 */
export function textMessage(template: string, plain: string, values: Values): string {
  const named = { ...values };
  for (const name of ["sender", "title"] as const) named[name] = oneLine(values[name] ?? "");
  for (const name of ["title", "sender"] as const) {
    for (let over = excess(fill(template, named)); over > 0; over = excess(fill(template, named))) {
      const length = [...named[name]!].length;
      if (length <= leastCharacters) break;
      // A character takes two septets at most, so this cuts too little rather than too much, and again.
      const cut = Math.max(1, Math.floor(over / 2));
      named[name] = shortened(named[name]!, Math.max(leastCharacters, length - cut), "...");
    }
  }
  const text = fill(template, named);
  return excess(text) <= 0 ? written(text) : written(fill(plain, named));
}

function written(text: string): string {
  return inGsmAlphabet(text) ?? text;
}

/** Characters too many for one message. */
function excess(text: string): number {
  const gsm = inGsmAlphabet(text);
  return gsm === null ? text.length - roomUcs2 : septets(gsm) - roomGsm;
}
