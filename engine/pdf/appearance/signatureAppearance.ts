import type { Appearance, BuiltAppearance } from "../appearanceSource.js";
import { embedFont } from "../font/embed.js";
import type { FontProgram } from "../font/trueType.js";
import { PdfName, type PdfObject, type PdfRef, PdfStream, pdfDict } from "../objects.js";
import { type Arrangement, arrangeTyped, arrangeWithInk } from "./arrangement.js";
import { ContentStream, type Matrix } from "./contentStream.js";
import { type Box, imageMatrix } from "./imageMatrix.js";
import { addImage } from "./imageXObject.js";
import { type ImageFile, type PreparedImage, prepareImage } from "./preparedImage.js";

/** How a visible signature shall look. */
export interface SignatureAppearanceOptions {
  /** The box as the reader of the page sees it, in points. */
  readonly width: number;
  readonly height: number;
  /** The form's /Matrix, where the caller wants one; the drawing itself is always upright. */
  readonly matrix?: Matrix;
  /** The drawn signature. Without it the typed name is the signature. */
  readonly image?: ImageFile | PreparedImage;
  readonly name: string;
  /** A small line above the name, such as "Signed by". */
  readonly caption?: string;
  /** Small lines under the name, in the signer's language: date, place, reason. */
  readonly lines: readonly string[];
  readonly font: FontProgram;
  /** PDF/A-1: no transparency, and a CIDSet. */
  readonly flatten?: boolean;
  /** A hairline between ink and text (the default), a thin frame around all, or nothing. */
  readonly rule?: "line" | "frame" | "none";
}

const BLACK = 0.08;
const GREY = 0.32;
const HAIRLINE = 0.5;
const HAIRLINE_GREY = 0.62;

/**
 * Lays out a visible signature (ISO 32000-2, 12.7.5.5) as a form XObject: dark ink on the page's own white, no
 * background. Text is real text, which can be selected and searched.
 *
 * @param options see `SignatureAppearanceOptions`; lengths in points
 * @returns what builds the objects; it gives equal objects for equal options, and may be built several times
 * @throws EngineError `image_unsupported`, `image_damaged`, `image_limit_exceeded` or `font_damaged`
 * @throws RangeError when width or height is not a positive number
 */
export function signatureAppearance(options: SignatureAppearanceOptions): Appearance {
  const { width, height, flatten } = options;
  if (!(width > 0 && height > 0 && Number.isFinite(width * height)))
    throw new RangeError("A signature's width and height must be positive numbers of points.");
  const given = options.image;
  const image = given && "bytes" in given ? prepareImage(given, { flatten, box: { width, height } }) : given;
  const arrangement = arrange(options, image);
  return { build: (allocate) => build(options, arrangement, image, allocate) };
}

function arrange(options: SignatureAppearanceOptions, image: PreparedImage | undefined): Arrangement {
  const { width, height, font, rule = "line" } = options;
  const short = Math.min(width, height);
  const margin = Math.min(Math.max(short * 0.06, rule === "frame" ? 3 : 1), 8);
  const inset = Math.min(margin, short / 4);
  const inside: Box = { x: inset, y: inset, width: width - 2 * inset, height: height - 2 * inset };
  return image
    ? arrangeWithInk(font, options, inside, image.aspect)
    : arrangeTyped(font, options, inside, rule === "line");
}

function build(
  options: SignatureAppearanceOptions,
  arrangement: Arrangement,
  image: PreparedImage | undefined,
  allocate: () => PdfRef,
): BuiltAppearance {
  const objects: BuiltAppearance["objects"] = [];
  const add = (value: PdfObject): PdfRef => {
    const ref = allocate();
    objects.push({ ref, value });
    return ref;
  };
  const { rows } = arrangement.text;
  const font = embedFont(
    options.font,
    rows.map(({ text }) => text),
    add,
    { cidSet: options.flatten === true },
  );
  const content = new ContentStream();
  if (image && arrangement.ink) content.drawXObject("Im", imageMatrix(image.orientation, arrangement.ink));
  drawRule(content, options, arrangement);
  for (const row of rows) {
    const y = arrangement.textTop - row.down;
    content.showText(
      "F",
      row.size,
      row.strong ? BLACK : GREY,
      arrangement.textLeft,
      y,
      font.encode(row.text),
    );
  }
  const bytes = content.toBytes();
  const form = add(
    new PdfStream(
      pdfDict({
        Type: new PdfName("XObject"),
        Subtype: new PdfName("Form"),
        BBox: [0, 0, options.width, options.height],
        Matrix: options.matrix && [...options.matrix],
        Resources: pdfDict({
          Font: pdfDict({ F: font.ref }),
          XObject: image && pdfDict({ Im: addImage(image.xObject, add) }),
        }),
        Length: bytes.length,
      }),
      bytes,
    ),
  );
  return { form, objects };
}

function drawRule(content: ContentStream, options: SignatureAppearanceOptions, { rule }: Arrangement): void {
  const kind = options.rule ?? "line";
  if (kind === "line" && rule)
    content.strokeLine(rule.x1, rule.y1, rule.x2, rule.y2, HAIRLINE, HAIRLINE_GREY);
  if (kind === "frame") {
    const inset = HAIRLINE / 2;
    const { width, height } = options;
    content.strokeRectangle(inset, inset, width - HAIRLINE, height - HAIRLINE, HAIRLINE, HAIRLINE_GREY);
  }
}
