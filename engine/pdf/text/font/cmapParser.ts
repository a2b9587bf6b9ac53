import { CHARACTER_CLASS, REGULAR } from "../../characters.js";
import { Lexer } from "../../lexer.js";
import type { PdfObject } from "../../objects.js";
import { Parser } from "../../parser.js";
import type { ReadBudget } from "../../readBudget.js";
import { tolerant } from "../contentSource.js";

/** More operands than this stand before no operator: sections hold at most 100 entries by Adobe's rules, many hold all. */
const MAX_OPERANDS = 400_000;

/**
 * Reads a CMap file (ISO 32000-2 9.7.5.4, Adobe Technical Note 5014): calls `act` for each operator that ends a section
 * or defines something, with the operands since the last operator. It ends where the file is damaged.
 * @throws EngineError `pdf_limit_exceeded`
 */
export function readCMapFile(
  bytes: Uint8Array,
  budget: ReadBudget,
  act: (operator: string, operands: readonly PdfObject[]) => void,
): void {
  const lexer = new Lexer(bytes, 0);
  const parser = new Parser(lexer, budget);
  let operands: PdfObject[] = [];
  for (;;) {
    lexer.skipSpace();
    const byte = lexer.peek();
    if (byte < 0) return;
    if (isOperand(byte)) {
      const operand = tolerant(() => parser.object());
      if (operand === undefined || operands.length >= MAX_OPERANDS) return;
      operands.push(operand);
    } else if (CHARACTER_CLASS[byte] === REGULAR) {
      // What a section says is kept with the font: a small file may have it inflated, or shared by many fonts.
      budget.keep(operands.length + contained(operands));
      act(lexer.regular(), operands);
      operands = [];
    } else lexer.at++;
  }
}

/** How many elements the arrays among operands have. */
function contained(operands: readonly PdfObject[]): number {
  return operands.reduce<number>((sum, operand) => sum + (Array.isArray(operand) ? operand.length : 0), 0);
}

/** Names, strings, arrays, dictionaries and numbers. */
function isOperand(byte: number): boolean {
  if (byte === 0x2f || byte === 0x28 || byte === 0x3c || byte === 0x5b) return true;
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x2d || byte === 0x2b || byte === 0x2e;
}
