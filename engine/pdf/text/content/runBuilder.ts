import type { ContentSource } from "../contentSource.js";
import type { TextFont } from "../font/textFont.js";
import type { TextRun } from "../layout/textRun.js";
import { joinAccent } from "./accents.js";
import type { GraphicsState } from "./graphicsState.js";
import { IDENTITY, type Matrix, multiply } from "./matrix.js";

/** A gap between two glyphs of a run that is broader, in ems, parts the run; so does a step as far back. */
const BROAD_GAP = 1;

/** The text object (ISO 32000-2 9.4): where the next glyph goes, and the runs that were shown. */
export class RunBuilder {
  readonly runs: TextRun[] = [];
  /** How many strings were to be shown, even with a font that does not exist. */
  strings = 0;
  #lineMatrix: Matrix = IDENTITY;
  /** How far the next glyph is from the line matrix's origin, in text space: to the right, and down. */
  #right = 0;
  #down = 0;
  #run: TextRun | undefined;

  constructor(readonly source: ContentSource) {}

  /** Tm and BT. */
  setMatrix(matrix: Matrix): void {
    this.#lineMatrix = matrix;
    this.#right = 0;
    this.#down = 0;
    this.#run = undefined;
  }

  /** Td. */
  moveLine(x: number, y: number): void {
    this.setMatrix(multiply([1, 0, 0, 1, x, y], this.#lineMatrix));
  }

  /** What is shown next is no continuation: something changed that decides where or how text is shown. */
  endRun(): void {
    this.#run = undefined;
  }

  /** A number within TJ: thousandths of an em by which the next glyph stands further back. */
  adjust(state: GraphicsState, amount: number): void {
    const distance = (-amount / 1000) * state.fontSize;
    if (state.font?.vertical) this.#down -= distance;
    else this.#right += distance * state.horizontalScaling;
  }

  /** Tj. */
  show(state: GraphicsState, bytes: Uint8Array): void {
    const { font } = state;
    this.strings++;
    if (font === undefined || bytes.length === 0) return;
    if (font.vertical) this.#showDown(state, font, bytes);
    else this.#showRight(state, font, bytes);
  }

  #showRight(state: GraphicsState, font: TextFont, bytes: Uint8Array): void {
    const { fontSize, horizontalScaling, characterSpacing, wordSpacing } = state;
    const scale = fontSize * horizontalScaling;
    const direction = scale < 0 ? -1 : 1;
    let right = this.#right;
    for (let at = 0; at < bytes.length; ) {
      const glyph = font.glyphAt(bytes, at);
      at += glyph.bytes;
      const start = right * direction;
      const end = (right + glyph.width * scale) * direction;
      this.#add(state, font, glyph.text, start, end);
      const spacing = glyph.isWordSpace ? characterSpacing + wordSpacing : characterSpacing;
      right += glyph.width * scale + spacing * horizontalScaling;
    }
    this.#right = right;
  }

  #showDown(state: GraphicsState, font: TextFont, bytes: Uint8Array): void {
    const { fontSize, characterSpacing, wordSpacing } = state;
    const direction = fontSize < 0 ? -1 : 1;
    let down = this.#down;
    for (let at = 0; at < bytes.length; ) {
      const glyph = font.glyphAt(bytes, at);
      at += glyph.bytes;
      const start = down * direction;
      const end = (down + glyph.down * fontSize) * direction;
      this.#add(state, font, glyph.text, start, end);
      const spacing = glyph.isWordSpace ? characterSpacing + wordSpacing : characterSpacing;
      down += glyph.down * fontSize + spacing;
    }
    this.#down = down;
  }

  #add(state: GraphicsState, font: TextFont, text: string, start: number, end: number): void {
    const current = this.#run;
    // Only what does not stand behind the last glyph may belong upon it.
    this.source.countCharacters(text.length);
    const isUpon = current !== undefined && start < (current.ends.at(-1) ?? start) - 0.01 * current.em;
    if (isUpon && joinAccent(current, text, start, end)) return;
    const run = this.#runAt(state, font, start);
    run.texts.push(text);
    run.starts.push(Math.min(start, end));
    run.ends.push(Math.max(start, end));
  }

  /** The run that a glyph beginning at `start` continues, or a new one. */
  #runAt(state: GraphicsState, font: TextFont, start: number): TextRun {
    const run = this.#run;
    if (run !== undefined) {
      const last = run.ends.length - 1;
      if (last < 0) return run;
      const far = BROAD_GAP * run.em;
      if (start - run.ends[last]! <= far && start >= run.starts[last]! - 0.01 * run.em) return run;
    }
    const begun = this.#beginRun(state, font);
    this.runs.push(begun);
    this.#run = begun;
    return begun;
  }

  #beginRun(state: GraphicsState, font: TextFont): TextRun {
    const { fontSize, horizontalScaling, rise } = state;
    const matrix = multiply([1, 0, 0, 1, 0, rise], this.#lineMatrix);
    const [a, b, c, d, e, f] = multiply(
      font.vertical
        ? multiply([1, 0, 0, 1, this.#right, 0], matrix)
        : multiply([1, 0, 0, 1, 0, -this.#down], matrix),
      state.ctm,
    );
    const direction = (font.vertical ? fontSize : fontSize * horizontalScaling) < 0 ? -1 : 1;
    const reach = (ems: number) => ems * fontSize;
    const common = {
      originX: e,
      originY: f,
      hidden: state.renderingMode === 3 || state.renderingMode === 7,
      texts: [],
      starts: [],
      ends: [],
    };
    if (font.vertical) {
      const half = Math.abs(reach(0.5));
      const axes = { alongX: -c * direction, alongY: -d * direction, acrossX: a, acrossY: b };
      return { ...common, ...axes, low: -half, high: half, em: Math.abs(fontSize) };
    }
    const low = Math.min(reach(font.descent), reach(font.ascent));
    const high = Math.max(reach(font.descent), reach(font.ascent));
    const axes = { alongX: a * direction, alongY: b * direction, acrossX: c, acrossY: d };
    return { ...common, ...axes, low, high, em: Math.abs(fontSize * horizontalScaling) };
  }
}
