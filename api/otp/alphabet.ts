import type { Random } from "../ports/random.js";
import type { OtpSettings } from "./settings.js";

/** What a code is made of. */
export type Alphabet = NonNullable<OtpSettings["alphabet"]>;

const digits = "0123456789";
const capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const characters: Readonly<Record<Alphabet, string>> = {
  digits,
  letters: capitals,
  uppercase: capitals,
  // Without 0 and O, 1, I and L, which look alike in many a typeface.
  mixed: "23456789ABCDEFGHJKMNPQRSTUVWXYZ",
};

/** How many different characters there are. */
export function alphabetSize(alphabet: Alphabet): number {
  return characters[alphabet].length;
}

/**
 * Draws a code: uniformly distributed, each character by itself, so that there is nothing that a remainder could
 * favour. Digits are drawn as one number, leading zeros kept.
 * @param length number of characters, 4 to 12
 */
export function drawCode(random: Pick<Random, "integer">, alphabet: Alphabet, length: number): string {
  if (alphabet === "digits")
    return random
      .integer(10 ** length)
      .toString()
      .padStart(length, "0");
  const from = characters[alphabet];
  return Array.from({ length }, () => from[random.integer(from.length)]!).join("");
}

/**
 * Reads a code as people type it: blanks and hyphens are passed over, and small letters are capitals, unless capitals
 * are asked for.
 */
export function readTyped(alphabet: Alphabet, typed: string): string {
  const bare = typed.replace(/[\s-]/g, "");
  return alphabet === "letters" || alphabet === "mixed" ? bare.toUpperCase() : bare;
}

/** The codes of the reserved test addresses, as far as the code is long. */
const fixed: Readonly<Record<Alphabet, string>> = {
  digits: "123456789012",
  letters: "ABCDEFGHIJKL",
  uppercase: "ABCDEFGHIJKL",
  mixed: "A2B3C4D5E6F7",
};

/** The code that a reserved test address is always sent. */
export function fixedCode(alphabet: Alphabet, length: number): string {
  return fixed[alphabet].slice(0, length);
}
