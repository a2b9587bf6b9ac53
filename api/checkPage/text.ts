import { escapeHtml } from "../messages/layout/escapeHtml.js";

/** Any text, safe between tags and inside a quoted attribute. */
export const escaped = escapeHtml;

/** Puts values in the place of a sentence's braces. @param values HTML already @returns HTML */
export function phrase(sentence: string, values: Readonly<Record<string, string>>): string {
  return escaped(sentence).replace(/\{([a-z]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
