import type { Matrix } from "../appearance/contentStream.js";
import { DrawingResources } from "../appearance/drawingResources.js";
import { FormDrawing } from "../appearance/formDrawing.js";
import { claimsArchival } from "../archivalClaim.js";
import type { FontProgram } from "../font/fontProgram.js";
import type { Increment } from "../increment.js";
import { PdfName, type PdfRef, PdfStream, pdfDict } from "../objects.js";
import type { Shaper } from "../shaping/shaper.js";
import { Typeface } from "../shaping/typeface.js";
import { succeed } from "./formerAppearance.js";

/** What text in fields is set in. */
export interface FormStyle {
  /** One font, or several in order of preference; needed wherever text is drawn. */
  readonly font?: FontProgram | readonly FontProgram[];
  /** Of typed initials; absent: as other text. `font` draws what it lacks. */
  readonly handwriting?: FontProgram | readonly FontProgram[];
  /** From `loadShaper()`: for Arabic, the scripts of India, Thai and others; `needsShaper()` tells. */
  readonly shaper?: Shaper;
}

/** How a drawing of a widget is turned and how large it is, in points. */
export interface DrawingPlace {
  readonly width: number;
  readonly height: number;
  readonly matrix: Matrix;
}

/**
 * The appearances that one update draws. They share one resource dictionary, so that each font is embedded once
 * however many fields are filled; and what looks the same in several places is one form XObject.
 */
export class FieldDrawings {
  readonly #resources = new DrawingResources();
  readonly #forms: Array<{
    readonly ref: PdfRef;
    readonly drawing: FormDrawing;
    readonly place: DrawingPlace;
    readonly former: PdfStream | undefined;
  }> = [];
  readonly #shared = new Map<string, PdfRef>();
  readonly #numbers = new Map<object, number>();
  #typeface: Typeface | undefined;
  #handwriting: Typeface | undefined;

  constructor(
    readonly increment: Increment,
    readonly style: FormStyle,
  ) {}

  /** @throws RangeError without a font: a mistake of the calling program */
  get typeface(): Typeface {
    this.#typeface ??= new Typeface(this.style.font ?? [], this.style.shaper);
    return this.#typeface;
  }

  /** @throws RangeError as typeface */
  get handwriting(): Typeface {
    const { font = [], handwriting, shaper } = this.style;
    if (handwriting === undefined) return this.typeface;
    this.#handwriting ??= new Typeface([handwriting, font].flat() as FontProgram[], shaper);
    return this.#handwriting;
  }

  /** A number that stands for an object, for the key of what is drawn of it. */
  numberOf(object: object): number {
    const number = this.#numbers.get(object) ?? this.#numbers.size;
    this.#numbers.set(object, number);
    return number;
  }

  /** The form XObject of a drawing; it is written by finish(). @param former what it takes the place of */
  draw(place: DrawingPlace, draw: (drawing: FormDrawing) => void, former?: PdfStream): PdfRef {
    const drawing = new FormDrawing(this.#resources);
    draw(drawing);
    const ref = this.increment.allocate();
    this.#forms.push({ ref, drawing, place, former });
    return ref;
  }

  /** As draw(), once for all that have the same key and place. */
  drawOnce(key: string, place: DrawingPlace, draw: (drawing: FormDrawing) => void): PdfRef {
    const full = `${key} ${place.width} ${place.height} ${place.matrix.join(" ")}`;
    const ref = this.#shared.get(full) ?? this.draw(place, draw);
    this.#shared.set(full, ref);
    return ref;
  }

  /**
   * What is seen of an empty field: nothing. It has the /BBox that what is filled in will have: after a signature, a
   * change of that entry is none that validators know of form filling.
   */
  empty({ width, height }: DrawingPlace): PdfRef {
    const key = `empty ${width} ${height}`;
    const ref = this.#shared.get(key) ?? this.increment.allocate();
    if (this.#shared.has(key)) return ref;
    this.#shared.set(key, ref);
    const form = { Type: new PdfName("XObject"), Subtype: new PdfName("Form"), BBox: [0, 0, width, height] };
    this.increment.put(ref, new PdfStream(pdfDict(form), new Uint8Array(0)));
    return ref;
  }

  /** Writes all that was drawn. @throws EngineError `font_damaged`, `pdf_damaged`, `pdf_limit_exceeded` */
  finish(): void {
    if (this.#forms.length === 0) return;
    const { increment } = this;
    const add = (value: Parameters<Increment["put"]>[1]) => {
      const ref = increment.allocate();
      increment.put(ref, value);
      return ref;
    };
    const { document } = increment;
    const resources = this.#resources.prepare().embed(claimsArchival(document), false, add);
    const shared = add(resources);
    for (const { ref, drawing, place, former } of this.#forms) {
      const form = drawing.form(place, former === undefined ? shared : resources);
      increment.put(ref, former === undefined ? form : succeed(document, form, former));
    }
  }
}
