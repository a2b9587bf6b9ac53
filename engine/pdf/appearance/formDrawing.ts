import type { Appearance, BuiltAppearance, Surroundings } from "../appearanceSource.js";
import { flateStream } from "../flateStream.js";
import { embedFont, type PreparedFont, prepareFont } from "../font/embed.js";
import type { FontProgram } from "../font/fontProgram.js";
import { FontUse } from "../font/fontUse.js";
import { PdfName, type PdfObject, type PdfRef, PdfStream, pdfDict } from "../objects.js";
import type { SetLine } from "../shaping/setLine.js";
import { type Colour, DEVICE_SPACES, INDEPENDENT_SPACES } from "./colour.js";
import { ContentStream, type Matrix } from "./contentStream.js";
import { type Box, imageMatrix } from "./imageMatrix.js";
import { addImage } from "./imageXObject.js";
import type { PreparedImage } from "./preparedImage.js";
import { textOperators } from "./textOperators.js";

/** What a form is made with, beside its drawing. */
export interface FormOptions {
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly matrix?: Matrix | undefined;
  /** Compose transparent images on white even where the document is no PDF/A. */
  readonly flatten?: boolean | undefined;
}

/** A drawing that becomes a form XObject (ISO 32000-2, 8.10), with all that it needs in its /Resources. */
export class FormDrawing {
  readonly content = new ContentStream();
  readonly #fonts = new Map<FontProgram, { name: string; use: FontUse }>();
  readonly #images: PreparedImage[] = [];

  /** Shows a line whose baseline begins at a point; `size` is the type size in points. */
  text(line: SetLine, size: number, colour: Colour, x: number, y: number): void {
    const operators = textOperators(line, size, (font) => this.#font(font));
    if (operators !== "") this.content.showText(x, y, colour, operators);
  }

  image(image: PreparedImage, box: Box): void {
    const number = this.#images.indexOf(image);
    const name = `I${number < 0 ? this.#images.push(image) - 1 : number}`;
    this.content.drawXObject(name, imageMatrix(image.orientation, box));
  }

  /**
   * Ends the drawing: embeds its fonts, as far as no reference is needed for that.
   * @throws EngineError `font_damaged`
   */
  finish(options: FormOptions): Appearance {
    const fonts = [...this.#fonts.values()].map(({ name, use }) => ({ name, prepared: prepareFont(use) }));
    const content = flateStream(this.content.toBytes());
    return {
      build: (allocate, surroundings) => this.#build(options, fonts, content, allocate, surroundings),
    };
  }

  #build(
    options: FormOptions,
    fonts: ReadonlyArray<{ name: string; prepared: PreparedFont }>,
    content: PdfStream,
    allocate: () => PdfRef,
    surroundings: Surroundings | undefined,
  ): BuiltAppearance {
    const objects: BuiltAppearance["objects"] = [];
    const add = (value: PdfObject): PdfRef => {
      const ref = allocate();
      objects.push({ ref, value });
      return ref;
    };
    const fontResources = fonts.map(({ name, prepared }) => [name, embedFont(prepared, add)] as const);
    const archival = surroundings?.archival() === true;
    const spaces = archival ? INDEPENDENT_SPACES : DEVICE_SPACES;
    const images = this.#images.map((image, i): [string, PdfRef] => {
      const xObject = image.xObject(archival || options.flatten === true);
      return [`I${i}`, addImage(xObject, spaces, add)];
    });
    const form = pdfDict({
      Type: new PdfName("XObject"),
      Subtype: new PdfName("Form"),
      BBox: [0, 0, options.width, options.height],
      Matrix: options.matrix && [...options.matrix],
      Resources: pdfDict({
        ColorSpace: pdfDict({ C: spaces.rgb }),
        Font: fontResources.length > 0 ? new Map(fontResources) : undefined,
        XObject: images.length > 0 ? new Map(images) : undefined,
      }),
    });
    return { form: add(new PdfStream(new Map([...form, ...content.dict]), content.raw)), objects };
  }

  #font(font: FontProgram): { name: string; use: FontUse } {
    let entry = this.#fonts.get(font);
    if (!entry) {
      entry = { name: `F${this.#fonts.size}`, use: new FontUse(font) };
      this.#fonts.set(font, entry);
    }
    return entry;
  }
}
