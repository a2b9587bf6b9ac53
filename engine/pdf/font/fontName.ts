import type { FontTable } from "./fontTable.js";

const POSTSCRIPT_NAME = 6;

/**
 * Reads the PostScript name (name ID 6) from the name table, kept to the characters that such a name may have.
 *
 * @returns the name, at most 63 characters; "Font" where there is none (a nameless font still draws)
 * @throws EngineError `font_damaged` when the name leaves its table
 */
export function readPostScriptName(name: FontTable | undefined): string {
  if (!name) return "Font";
  const count = name.u16(2);
  const storage = name.u16(4);
  for (let i = 0; i < count; i++) {
    const record = 6 + i * 12;
    if (name.u16(record + 6) !== POSTSCRIPT_NAME) continue;
    const start = storage + name.u16(record + 10);
    const text = String.fromCharCode(...name.slice(start, start + name.u16(record + 8)));
    // Windows and Unicode names are UTF-16, whose high bytes the filter drops: such a name is ASCII by definition.
    const kept = text.replace(/[^A-Za-z0-9-]/g, "").slice(0, 63);
    if (kept) return kept;
  }
  return "Font";
}
