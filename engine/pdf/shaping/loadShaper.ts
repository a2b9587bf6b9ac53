import type { FontProgram } from "../font/fontProgram.js";
import type { ShapedGlyph, Shaper } from "./shaper.js";

type HarfBuzz = typeof import("harfbuzzjs");

let loading: Promise<Shaper> | undefined;

/**
 * Loads the shaper, HarfBuzz compiled to WebAssembly. The engine itself imports without it: who signs in Latin,
 * Greek, Cyrillic, Hebrew without points, Chinese, Japanese or Korean never needs its half megabyte. Once loaded,
 * shaping is synchronous; later calls give the same shaper.
 *
 * @returns what `signatureAppearance` and `composeAppearance` take as `shaper`
 */
export function loadShaper(): Promise<Shaper> {
  loading ??= import("harfbuzzjs").then((harfBuzz) => new HarfBuzzShaper(harfBuzz));
  return loading;
}

class HarfBuzzShaper implements Shaper {
  readonly #harfBuzz: HarfBuzz;
  /** One for all runs: WebAssembly memory is not collected, and a buffer's is freed only some time later. */
  readonly #buffer: InstanceType<HarfBuzz["Buffer"]>;
  /** HarfBuzz keeps a copy of the font's bytes as long as the font is in use, and no longer. */
  readonly #fonts = new WeakMap<FontProgram, InstanceType<HarfBuzz["Font"]>>();

  constructor(harfBuzz: HarfBuzz) {
    this.#harfBuzz = harfBuzz;
    this.#buffer = new harfBuzz.Buffer();
  }

  shape(font: FontProgram, text: string, rightToLeft: boolean): readonly ShapedGlyph[] {
    const { ClusterLevel, Direction, shape } = this.#harfBuzz;
    const buffer = this.#buffer;
    buffer.reset();
    buffer.setClusterLevel(ClusterLevel.MONOTONE_CHARACTERS);
    buffer.addText(text);
    buffer.guessSegmentProperties();
    // The guess would take the process's locale for the language.
    buffer.setLanguage("und");
    buffer.setDirection(rightToLeft ? Direction.RTL : Direction.LTR);
    shape(this.#fontOf(font), buffer);
    const positions = buffer.getGlyphPositions();
    return buffer.getGlyphInfos().map(({ codepoint, cluster }, i) => {
      const { xAdvance, xOffset, yOffset } = positions[i]!;
      return { glyph: codepoint, cluster, advance: xAdvance, xOffset, yOffset };
    });
  }

  #fontOf(program: FontProgram): InstanceType<HarfBuzz["Font"]> {
    const known = this.#fonts.get(program);
    if (known) return known;
    const { Blob, Face, Font } = this.#harfBuzz;
    const font = new Font(new Face(new Blob(exactBuffer(program.bytes)), program.face));
    this.#fonts.set(program, font);
    return font;
  }
}

/** A buffer that holds these bytes and nothing else. */
function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
