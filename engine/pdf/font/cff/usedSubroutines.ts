import { damaged } from "../fontTable.js";
import type { CffIndex } from "./cffIndex.js";

/** What one glyph may run; the limits of Adobe Technical Note 5177, appendix B, and a bound on the work. */
const MAX_NESTING = 10;
const MAX_STACK = 513;
const MAX_BYTES = 200_000;

// Operators of Type 2 charstrings (Technical Note 5177, appendix A).
const STEMS = new Set([1, 3, 18, 23]);
const CALL_SUBROUTINE = 10;
const RETURN = 11;
const ESCAPE = 12;
const END_OF_CHARACTER = 14;
const MASKS = new Set([19, 20]);
const SHORT_INTEGER = 28;
const CALL_GLOBAL_SUBROUTINE = 29;
const FIRST_FLEX = 34;
const LAST_FLEX = 37;
const FIXED = 255;

/** The subroutines that charstrings call, by number. */
export interface UsedSubroutines {
  readonly local: Set<number>;
  readonly global: Set<number>;
}

/** What is known while a charstring is followed. */
interface Walk {
  readonly stack: number[];
  stems: number;
  bytes: number;
  ended: boolean;
}

/**
 * Follows a charstring, without drawing it, for the subroutines that it calls.
 *
 * @param charString the glyph's program
 * @param local subroutines of its font DICT
 * @param global subroutines of the font
 * @param used gets the numbers
 * @throws EngineError `font_damaged`: calls in circles, numbers that are computed, an accent put on by `endchar`
 */
export function markUsedSubroutines(
  charString: Uint8Array,
  local: CffIndex,
  global: CffIndex,
  used: UsedSubroutines,
): void {
  const walk: Walk = { stack: [], stems: 0, bytes: 0, ended: false };
  const call = (index: CffIndex, numbers: Set<number>, depth: number): void => {
    const number = (walk.stack.pop() ?? Number.NaN) + bias(index.count);
    if (!Number.isInteger(number)) throw damaged("a charstring calls no whole number");
    numbers.add(number);
    follow(index.item(number), depth + 1);
  };
  const follow = (program: Uint8Array, depth: number): void => {
    if (depth > MAX_NESTING) throw damaged(`its charstrings call deeper than ${MAX_NESTING}`);
    walk.bytes += program.length;
    if (walk.bytes > MAX_BYTES) throw damaged(`a glyph runs more than ${MAX_BYTES} bytes of charstrings`);
    let at = 0;
    while (at < program.length && !walk.ended) {
      const operator = program[at]!;
      if (operator === SHORT_INTEGER || operator >= 32) at = pushNumber(walk.stack, program, at);
      else if (operator === CALL_SUBROUTINE || operator === CALL_GLOBAL_SUBROUTINE) {
        if (operator === CALL_SUBROUTINE) call(local, used.local, depth);
        else call(global, used.global, depth);
        at++;
      } else if (operator === RETURN) return;
      else at = passOperator(walk, program, at);
    }
  };
  follow(charString, 0);
}

/** Passes an operator that draws or hints; it takes all that is on the stack. */
function passOperator(walk: Walk, program: Uint8Array, at: number): number {
  const operator = program[at]!;
  if (operator === ESCAPE) {
    const escaped = program[at + 1] ?? 0;
    // Arithmetic occurs in no font of our time; what it computes is not followed.
    if (escaped < FIRST_FLEX || escaped > LAST_FLEX) throw damaged("a charstring computes with numbers");
    walk.stack.length = 0;
    return at + 2;
  }
  if (STEMS.has(operator) || MASKS.has(operator)) walk.stems += walk.stack.length >> 1;
  if (operator === END_OF_CHARACTER) {
    if (walk.stack.length >= 4) throw damaged("a glyph is made of two by the old form of endchar");
    walk.ended = true;
  }
  walk.stack.length = 0;
  return at + 1 + (MASKS.has(operator) ? (walk.stems + 7) >> 3 : 0);
}

function pushNumber(stack: number[], program: Uint8Array, at: number): number {
  if (stack.length === MAX_STACK) throw damaged("a charstring has too many operands");
  const byte = (offset: number): number => program[at + offset] ?? 0;
  const first = byte(0);
  if (first === SHORT_INTEGER) {
    stack.push(((byte(1) << 24) | (byte(2) << 16)) >> 16);
    return at + 3;
  }
  if (first === FIXED) {
    stack.push(((byte(1) << 24) | (byte(2) << 16) | (byte(3) << 8) | byte(4)) / 0x10000);
    return at + 5;
  }
  if (first <= 246) stack.push(first - 139);
  else if (first <= 250) stack.push((first - 247) * 256 + byte(1) + 108);
  else stack.push(-(first - 251) * 256 - byte(1) - 108);
  return at + (first <= 246 ? 1 : 2);
}

/** Subroutine numbers are biased so that small ones take a byte (Technical Note 5176, clause 16). */
function bias(count: number): number {
  return count < 1240 ? 107 : count < 33900 ? 1131 : 32768;
}
