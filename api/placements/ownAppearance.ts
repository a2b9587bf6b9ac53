import type { AppearanceFont } from "./appearanceFonts.js";

/** A signature's look that is the caller's: a picture, lines of text, or lines over a picture. */
export interface OwnAppearance {
  /** A PNG or JPEG file; where nobody gives a box, each of its pixels is one point. */
  readonly image: Uint8Array | null;
  /** Drawn in this order, over the image. */
  readonly lines: readonly AppearanceLine[];
}

/** A line of text, from left to right as its script is read. */
export interface AppearanceLine {
  readonly text: string;
  /** Red, green and blue of sRGB as one number: 0xRRGGBB. */
  readonly color: number;
  /** In points. */
  readonly fontSize: number;
  readonly font: AppearanceFont;
  /** Whether the font goes into the document; false: it is one that every reader has, and is named only. */
  readonly embedded: boolean;
  /** Where its baseline begins: points from the lower left corner of the box. */
  readonly x: number;
  readonly y: number;
}

/** An own appearance as its placement keeps it: the image lies in the object store. */
export type KeptAppearance = Pick<OwnAppearance, "lines">;
