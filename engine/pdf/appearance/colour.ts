import { Buffer } from "node:buffer";
import { PdfName, type PdfObject, PdfRaw } from "../objects.js";

/** A shade of grey, or red, green and blue of sRGB; each from 0 (black) to 1. */
export type Colour = number | readonly [red: number, green: number, blue: number];

export const BLACK: Colour = 0;
export const WHITE: Colour = 1;
/** Of what is drawn or typed as if by hand, unless told otherwise: a dark blue. */
export const INK: Colour = [0.055, 0.11, 0.36];

/** The colour spaces of one document (ISO 32000-2, 8.6). Content streams set colours of /C with `sc` and `SC`. */
export interface ColourSpaces {
  readonly rgb: PdfObject;
  readonly grey: PdfObject;
  /** Undefined where four inks have no colour space of their own, but only a way to RGB. */
  readonly inks: PdfObject | undefined;
}

/** What documents are made of that promise nothing else. */
export const DEVICE_SPACES: ColourSpaces = {
  rgb: new PdfName("DeviceRGB"),
  grey: new PdfName("DeviceGray"),
  inks: new PdfName("DeviceCMYK"),
};

/**
 * sRGB as CIE-based colour spaces (8.6.5). Device colours would bind a drawing to the output intent of an archival
 * document, and PDF/A forbids them where there is none or another (ISO 19005-1, 6.2.3); these mean the same everywhere.
 * Greys have a white point of equal parts, because some readers tint greys with it instead of adapting to it.
 */
export const INDEPENDENT_SPACES: ColourSpaces = {
  rgb: raw(
    "[/CalRGB<</WhitePoint[.9505 1 1.089]/Gamma[2.2 2.2 2.2]/Matrix[.4124 .2126 .0193 .3576 .7152 .1192 .1805 .0722 .9505]>>]",
  ),
  grey: raw("[/CalGray<</WhitePoint[1 1 1]/Gamma 2.2>>]"),
  inks: undefined,
};

function raw(text: string): PdfRaw {
  return new PdfRaw(Buffer.from(text, "latin1"));
}

/**
 * The operands of `sc` and `SC`.
 * @throws RangeError when a part is not between 0 and 1: a mistake of the caller
 */
export function colourOperands(colour: Colour): string {
  const parts = components(colour);
  if (!parts.every((part) => part >= 0 && part <= 1))
    throw new RangeError("A colour's parts must be numbers from 0 to 1.");
  return parts.map((part) => Math.round(part * 1000) / 1000).join(" ");
}

/** Red, green and blue as bytes. */
export function colourBytes(colour: Colour): [number, number, number] {
  const [red, green, blue] = components(colour);
  return [Math.round(red * 255), Math.round(green * 255), Math.round(blue * 255)];
}

function components(colour: Colour): readonly [number, number, number] {
  return typeof colour === "number" ? [colour, colour, colour] : colour;
}
