import { CHARACTER_CLASS, REGULAR, WHITESPACE } from "./characters.js";
import type { Lexer } from "./lexer.js";

/**
 * Whether the dictionary at the position is a node of the page tree that has pages below it, found without making its
 * values: one with /Kids, but not one that says it is a /Page (ISO 32000-2 Tables 30 and 31). Most writers put /Type
 * first, and then nothing more is looked at.
 * @param lexer stands at the dictionary; is left behind what was looked at
 * @returns undefined when no dictionary begins there
 * @throws EngineError `pdf_damaged` when a string has no end
 */
export function isInnerPageNode(lexer: Lexer): boolean | undefined {
  const start = lexer.at;
  const typed = dictionaryHasKey(lexer, "Type");
  if (typed && valueIsName(lexer, "Page")) return false;
  lexer.at = start;
  return dictionaryHasKey(lexer, "Kids");
}

/** Whether the lexer stands at a key whose value is this very name. */
function valueIsName(lexer: Lexer, name: string): boolean {
  lexer.name();
  lexer.skipSpace();
  return lexer.peek() === 0x2f && lexer.name().name === name;
}

/**
 * Whether the dictionary at the position has an entry, found without making its values: for objects of which nothing
 * but that is needed, such as the pages before the one that is looked for.
 * @param lexer stands at the dictionary; is left behind what was looked at
 * @returns undefined when no dictionary begins there
 * @throws EngineError `pdf_damaged` when a string has no end
 */
export function dictionaryHasKey(lexer: Lexer, key: string): boolean | undefined {
  const { bytes } = lexer;
  const end = bytes.length;
  let at = lexer.at;
  if (bytes[at] !== 0x3c || bytes[at + 1] !== 0x3c) return undefined;
  at += 2;
  let depth = 1;
  let afterKey = false;
  while (depth > 0 && at < end) {
    const byte = bytes[at]!;
    if (CHARACTER_CLASS[byte] === WHITESPACE) {
      at++;
      continue;
    }
    // Two names in turn are a key and its value; any other name inside this dictionary and no other is a key.
    const isKey: boolean = byte === 0x2f && depth === 1 && !afterKey;
    if (isKey && nameIs(lexer, at, key)) {
      lexer.at = at;
      return true;
    }
    if (CHARACTER_CLASS[byte] === REGULAR || byte === 0x2f) {
      at++;
      while (at < end && CHARACTER_CLASS[bytes[at]!] === REGULAR) at++;
    } else if (byte === 0x5b || byte === 0x5d) {
      depth += byte === 0x5b ? 1 : -1;
      at++;
    } else if (byte === 0x3c && bytes[at + 1] === 0x3c) {
      depth++;
      at += 2;
    } else if (byte === 0x3e && bytes[at + 1] === 0x3e) {
      depth--;
      at += 2;
    } else {
      at = behindStringOrComment(lexer, at);
      if (byte === 0x25) continue;
    }
    afterKey = isKey;
  }
  lexer.at = at;
  return false;
}

function behindStringOrComment(lexer: Lexer, at: number): number {
  lexer.at = at;
  const byte = lexer.bytes[at];
  if (byte === 0x28) lexer.literalString();
  else if (byte === 0x3c) lexer.skipHexString();
  else if (byte === 0x25) lexer.skipSpace();
  else lexer.at++;
  return lexer.at;
}

/** Begins an escape in a name (7.3.5). */
const HASH = 0x23;

/** Compares without making the name, unless it has escapes. */
function nameIs(lexer: Lexer, at: number, key: string): boolean {
  const { bytes } = lexer;
  let matching = 0;
  for (
    let byte = bytes[at + 1];
    byte === key.charCodeAt(matching) && byte !== HASH;
    byte = bytes[at + 1 + matching]
  )
    matching++;
  let end = at + 1 + matching;
  if (matching === key.length) return end >= bytes.length || CHARACTER_CLASS[bytes[end]!] !== REGULAR;
  while (end < bytes.length && CHARACTER_CLASS[bytes[end]!] === REGULAR && bytes[end] !== HASH) end++;
  if (bytes[end] !== HASH) return false;
  lexer.at = at;
  return lexer.name().name === key;
}
