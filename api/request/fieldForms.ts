/** What a field must be like whose form a pattern gives, by that pattern, where it is one that people get wrong. */
const forms: Readonly<Record<string, string>> = {
  "^\\+[1-9][0-9]{5,14}$": "must be a number in E.164 form, as in +33612345678",
  '^[^\\s@<>",;:]+@[^\\s@<>",;:]+\\.[^\\s@<>",;:]+$': "must be an e-mail address, without a name beside it",
  "^[A-Z]{2}$": "must be the two capital letters of a country in ISO 3166-1, as in FR",
  "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$": "must be a colour as in #1a73e8",
  "^[!-~]+$": "must have visible ASCII characters only",
  "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$":
    "must be 1 to 64 letters, digits, dots, underscores and hyphens, and begin with a letter or digit",
};

/** @param pattern source of a regular expression @returns what must be, to go behind a field's name */
export function formInWords(pattern: string): string {
  return forms[pattern] ?? "does not have the form that the API's description gives";
}
