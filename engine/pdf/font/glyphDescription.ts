import { damaged, FontTable } from "./fontTable.js";

// Composite glyph flags (OpenType specification, "Composite glyph description").
const ARGS_ARE_WORDS = 0x0001;
const HAS_SCALE = 0x0008;
const MORE_COMPONENTS = 0x0020;
const HAS_XY_SCALE = 0x0040;
const HAS_TWO_BY_TWO = 0x0080;
const HAS_INSTRUCTIONS = 0x0100;
const HEADER_BYTES = 10;

/**
 * A glyph description without its hinting instructions: they are programs that a reader's font engine would run, and
 * nothing at the sizes of print needs them.
 *
 * @param description the glyph as it stands in the glyf table; empty for a glyph without ink
 * @returns undefined for a composite glyph
 * @throws EngineError `font_damaged`
 */
export function simpleGlyph(description: Uint8Array): Uint8Array | undefined {
  if (description.length === 0) return description;
  const glyph = new FontTable("glyf", description);
  const contours = glyph.i16(0);
  if (contours < 0) return undefined;
  return contours === 0 ? description.subarray(0, 0) : copySimple(glyph, contours);
}

function copySimple(glyph: FontTable, contours: number): Uint8Array {
  const instructionsAt = HEADER_BYTES + contours * 2;
  const outline = instructionsAt + 2 + glyph.u16(instructionsAt);
  const rest = glyph.slice(outline, glyph.length);
  const copy = new Uint8Array(instructionsAt + 2 + rest.length);
  copy.set(glyph.slice(0, instructionsAt));
  copy.set(rest, instructionsAt + 2);
  return copy;
}

/**
 * Copies the description of a composite glyph without its instructions, with its components renumbered.
 *
 * @param renumber gives a component's glyph index in the new font
 * @throws EngineError `font_damaged`
 */
export function copyComposite(description: Uint8Array, renumber: (glyph: number) => number): Uint8Array {
  const glyph = new FontTable("glyf", description);
  const copy = Uint8Array.from(glyph.bytes);
  const view = new DataView(copy.buffer);
  let at = HEADER_BYTES;
  for (;;) {
    const flags = glyph.u16(at);
    const component = glyph.u16(at + 2);
    const end = at + 4 + argumentBytes(flags);
    if (end > glyph.length) throw damaged("a composite glyph ends within a component");
    view.setUint16(at, flags & ~HAS_INSTRUCTIONS);
    view.setUint16(at + 2, renumber(component));
    at = end;
    if (!(flags & MORE_COMPONENTS)) return copy.subarray(0, at);
  }
}

function argumentBytes(flags: number): number {
  const offsets = flags & ARGS_ARE_WORDS ? 4 : 2;
  if (flags & HAS_SCALE) return offsets + 2;
  if (flags & HAS_XY_SCALE) return offsets + 4;
  return flags & HAS_TWO_BY_TWO ? offsets + 8 : offsets;
}
