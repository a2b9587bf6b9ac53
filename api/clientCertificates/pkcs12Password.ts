import type { Random } from "../ports/random.js";

/** Without what looks alike in many a typeface, and without capitals, which people get wrong. */
const characters = "23456789abcdefghjkmnpqrstuvwxyz";
const groups = 5;
const charactersOfAGroup = 5;

/** A password for a PKCS #12 file: five groups of five characters, 123 random bits. */
export function newPassword(random: Pick<Random, "integer">): string {
  const character = () => characters[random.integer(characters.length)]!;
  const group = () => Array.from({ length: charactersOfAGroup }, character).join("");
  return Array.from({ length: groups }, group).join("-");
}
