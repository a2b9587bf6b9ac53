import type { Appearance } from "../appearanceSource.js";
import { flateStream } from "../flateStream.js";
import { PdfName, type PdfObject, PdfStream, pdfDict } from "../objects.js";
import type { SetLine } from "../shaping/setLine.js";
import type { Colour } from "./colour.js";
import { ContentStream, type Matrix } from "./contentStream.js";
import { DrawingResources } from "./drawingResources.js";
import { type Box, imageMatrix } from "./imageMatrix.js";
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

  /** @param resources of its own, or those that several drawings share */
  constructor(readonly resources = new DrawingResources()) {}

  /** Shows a line whose baseline begins at a point; `size` is the type size in points. */
  text(line: SetLine, size: number, colour: Colour, x: number, y: number): void {
    const operators = textOperators(line, size, (font) => this.resources.font(font));
    if (operators !== "") this.content.showText(x, y, colour, operators);
  }

  image(image: PreparedImage, box: Box): void {
    this.content.drawXObject(this.resources.image(image), imageMatrix(image.orientation, box));
  }

  /**
   * Ends the drawing: embeds its fonts, as far as no reference is needed for that.
   * @throws EngineError `font_damaged`
   */
  finish(options: FormOptions): Appearance {
    const resources = this.resources.prepare();
    const content = flateStream(this.content.toBytes());
    return {
      build: (allocate, surroundings) => {
        const objects: Array<{ ref: ReturnType<typeof allocate>; value: PdfObject }> = [];
        const add = (value: PdfObject) => {
          const ref = allocate();
          objects.push({ ref, value });
          return ref;
        };
        const archival = surroundings?.archival() === true;
        const embedded = resources.embed(archival, options.flatten === true, add);
        return { form: add(formXObject(content, options, embedded)), objects };
      },
    };
  }

  /** The form XObject of a drawing whose resources stand elsewhere in the file. */
  form(options: FormOptions, resources: PdfObject): PdfStream {
    return formXObject(flateStream(this.content.toBytes()), options, resources);
  }
}

function formXObject(content: PdfStream, options: FormOptions, resources: PdfObject): PdfStream {
  const form = pdfDict({
    Type: new PdfName("XObject"),
    Subtype: new PdfName("Form"),
    BBox: [0, 0, options.width, options.height],
    Matrix: options.matrix && [...options.matrix],
    Resources: resources,
  });
  return new PdfStream(new Map([...form, ...content.dict]), content.raw);
}
