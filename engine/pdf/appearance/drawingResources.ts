import { embedFont, type PreparedFont, prepareFont } from "../font/embed.js";
import type { FontProgram } from "../font/fontProgram.js";
import { FontUse } from "../font/fontUse.js";
import { type PdfDict, type PdfObject, type PdfRef, pdfDict } from "../objects.js";
import { DEVICE_SPACES, INDEPENDENT_SPACES } from "./colour.js";
import { addImage } from "./imageXObject.js";
import type { PreparedImage } from "./preparedImage.js";
import { standardFontDictionary } from "./standardFontDictionary.js";
import type { StandardFontName } from "./standardFontName.js";

/** Fonts and images of which everything is made but the references: they can be put into several files. */
export interface PreparedResources {
  /**
   * Puts them into a file.
   * @param archival whether the file promises to be PDF/A
   * @param flatten compose transparent images on white even where it does not
   * @param add puts an object into the file and returns its reference
   * @returns a resource dictionary (ISO 32000-2 7.8.3)
   */
  embed(archival: boolean, flatten: boolean, add: (value: PdfObject) => PdfRef): PdfDict;
}

/** What drawings use of fonts and images: one drawing, or several which then share them. */
export class DrawingResources {
  readonly #fonts = new Map<FontProgram, { name: string; use: FontUse }>();
  readonly #images: PreparedImage[] = [];
  readonly #standardFonts: StandardFontName[] = [];

  /** The resource name of a font, and what counts its glyphs. */
  font(font: FontProgram): { name: string; use: FontUse } {
    let entry = this.#fonts.get(font);
    if (!entry) {
      entry = { name: `F${this.#fonts.size}`, use: new FontUse(font) };
      this.#fonts.set(font, entry);
    }
    return entry;
  }

  /** The resource name of an image. */
  image(image: PreparedImage): string {
    const number = this.#images.indexOf(image);
    return `I${number < 0 ? this.#images.push(image) - 1 : number}`;
  }

  /** The resource name of a font that is named only; its strings are in WinAnsiEncoding. */
  standardFont(font: StandardFontName): string {
    const number = this.#standardFonts.indexOf(font);
    return `S${number < 0 ? this.#standardFonts.push(font) - 1 : number}`;
  }

  /** Makes the subsets of the fonts, when all is drawn. @throws EngineError `font_damaged` */
  prepare(): PreparedResources {
    const fonts = [...this.#fonts.values()].map(({ name, use }) => ({ name, prepared: prepareFont(use) }));
    const images = [...this.#images];
    const standard = [...this.#standardFonts];
    return { embed: (archival, flatten, add) => embed(fonts, standard, images, archival, flatten, add) };
  }
}

function embed(
  fonts: ReadonlyArray<{ name: string; prepared: PreparedFont }>,
  standard: readonly StandardFontName[],
  images: readonly PreparedImage[],
  archival: boolean,
  flatten: boolean,
  add: (value: PdfObject) => PdfRef,
): PdfDict {
  const fontResources: Array<readonly [string, PdfRef]> = [
    ...fonts.map(({ name, prepared }) => [name, embedFont(prepared, add)] as const),
    ...standard.map((font, i) => [`S${i}`, add(standardFontDictionary(font, add))] as const),
  ];
  const spaces = archival ? INDEPENDENT_SPACES : DEVICE_SPACES;
  const imageResources = images.map((image, i): [string, PdfRef] => [
    `I${i}`,
    addImage(image.xObject(archival || flatten), spaces, add),
  ]);
  return pdfDict({
    ColorSpace: pdfDict({ C: spaces.rgb }),
    Font: fontResources.length > 0 ? new Map(fontResources) : undefined,
    XObject: imageResources.length > 0 ? new Map(imageResources) : undefined,
  });
}
