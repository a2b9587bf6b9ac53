/**
 * A text of a stranger's as it can be shown: what a terminal could take for a command, or what turns the direction of
 * writing, becomes a blank.
 */
export function printable(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ");
}

/** JSON of a value in which such characters are escaped. */
export function printableJson(value: unknown): string {
  const escaped = (character: string) =>
    Array.from(
      { length: character.length },
      (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`,
    ).join("");
  // Indentation is ours: line feeds of strings are escaped already.
  return JSON.stringify(value, null, 2).replace(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu, escaped);
}

/** What an error says, in one line. */
export function reasonOf(error: unknown): string {
  return printable(error instanceof Error ? error.message : "unknown");
}
