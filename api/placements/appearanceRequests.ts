import { bytesOfBase64 } from "../documents/base64.js";
import { Failure } from "../failure/failure.js";
import { type AppearanceFont, appearanceFonts } from "./appearanceFonts.js";
import type { AppearanceLine, OwnAppearance } from "./ownAppearance.js";

/** What a signature looks like, in place of name and time: your image, your lines of text over it, or both. */
export interface AppearanceRequest {
  /**
   * A PNG or JPEG file, base64: as large as the box allows, and in its middle. Where the placement gives no size, each
   * pixel is a point.
   * @maxLength 2800000
   */
  image?: string;
  /** Drawn in this order, over the image; at most 20. What leaves the box is not seen. */
  lines?: AppearanceLineRequest[];
}

/** A line of text. */
export interface AppearanceLineRequest {
  /** @maxLength 200 */
  text: string;
  /**
   * Black by default.
   * @pattern ^#[0-9A-Fa-f]{6}$
   */
  color?: string;
  /**
   * In points; 10 by default.
   * @minimum 1
   * @maximum 144
   */
  font_size?: number;
  /** `helvetica` by default. What a font has no letter for is drawn in another. */
  font?:
    | "times"
    | "times_bold"
    | "times_italic"
    | "times_bold_italic"
    | "helvetica"
    | "helvetica_bold"
    | "helvetica_oblique"
    | "helvetica_bold_oblique"
    | "courier"
    | "courier_bold"
    | "courier_oblique"
    | "courier_bold_oblique"
    | "handwriting"
    | "calligraphy";
  /**
   * True by default. False: the font is named in the document and does not go into it, and the reader's own is shown; for
   * all but handwriting and calligraphy, and for Western European letters. A document that is PDF/A gets it all the same.
   */
  embedded?: boolean;
  /**
   * Where its baseline begins: points from the left edge of the box; 2 by default.
   * @minimum -5000
   * @maximum 5000
   */
  x?: number;
  /**
   * Points from the lower edge of the box upwards; 2 by default.
   * @minimum -5000
   * @maximum 5000
   */
  y?: number;
}

/**
 * Reads an appearance of a request; whether it can be drawn is looked at later.
 * @param known images that were read before, by their base64: many placements may have the same
 * @param param path of the appearance, for refusals
 * @throws Failure `placement_invalid`
 */
export function readAppearance(
  { image, lines = [] }: AppearanceRequest,
  known: Map<string, Uint8Array>,
  param: string,
): OwnAppearance {
  if (image === undefined && lines.length === 0) {
    throw new Failure("placement_invalid", `${param} needs an image, lines, or both.`, { param });
  }
  return {
    image: image === undefined ? null : readImage(image, known, `${param}.image`),
    lines: lines.map((line, index) => readLine(line, `${param}.lines[${index}]`)),
  };
}

function readImage(base64: string, known: Map<string, Uint8Array>, param: string): Uint8Array {
  const bytes = known.get(base64) ?? bytesOfBase64(base64.replace(/[\r\n\t ]/g, ""));
  if (bytes === null) throw new Failure("placement_invalid", `${param} is not base64.`, { param });
  known.set(base64, bytes);
  return bytes;
}

function readLine(line: AppearanceLineRequest, param: string): AppearanceLine {
  const { text, color = "#000000", font_size = 10, font = "helvetica", embedded = true, x = 2, y = 2 } = line;
  if (!appearanceFonts.includes(font satisfies AppearanceFont)) {
    throw new Failure("placement_invalid", `${param}.font is none of ours.`, { param: `${param}.font` });
  }
  return { text, color: Number.parseInt(color.slice(1), 16), fontSize: font_size, font, embedded, x, y };
}
