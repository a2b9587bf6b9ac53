import { Buffer } from "node:buffer";
import { deflateSync } from "node:zlib";
import { inkOnGround, inkPalette, inkUnderTransparency, type Rgb } from "../../image/inkOnGround.js";
import type { JpegImage } from "../../image/jpeg.js";
import type { RasterImage } from "../../image/raster.js";
import { soleInk } from "../../image/soleInk.js";
import { PdfName, type PdfObject, type PdfRef, PdfStream, PdfString, pdfDict } from "../objects.js";
import type { ColourSpaces } from "./colour.js";

/** An image XObject (ISO 32000-2, 8.9.5) that has no references and no colour space yet. */
export interface ImageXObject {
  readonly image: PdfStream;
  /** What its samples are; numbers of a palette's colours, which are three bytes each. */
  readonly samples: "rgb" | "grey" | "inks" | { readonly palette: Uint8Array };
  /** Its soft mask (11.6.5.2). */
  readonly mask?: PdfStream;
}

/** Level 1 takes a third of the time of the default, for a tenth more bytes of what is mostly nothing. */
const QUICKLY = { level: 1 };

/** Inks to light, a part at a time: red is (1 - cyan) (1 - black). On the stack: cyan, magenta, yellow, black. */
const INKS_TO_RGB = `{1 exch sub 4 1 roll 1 exch sub 3 index mul 4 1 roll 1 exch sub 2 index mul 4 1 roll
1 exch sub mul 3 1 roll}`;

/**
 * Makes an image XObject of decoded pixels, with a soft mask where the image is transparent.
 *
 * Drawings of one colour, as from every signature pad, keep only their opacity: one byte a pixel.
 */
export function rasterXObject(raster: RasterImage): ImageXObject {
  const { width, height, alpha } = raster;
  const ink = soleInk(raster);
  if (alpha && ink) {
    // One bit a pixel, all 0, of a palette that says one colour twice: readers want a picture as large as its mask.
    const blank = deflateSync(new Uint8Array(Math.ceil(width / 8) * height), QUICKLY);
    const palette = Uint8Array.from([...ink, ...ink]);
    return {
      image: imageStream(width, height, 1, blank),
      samples: { palette },
      mask: maskStream(width, height, alpha),
    };
  }
  const { rgb } = inkUnderTransparency(raster);
  const image = colourImage(width, height, rgb);
  return alpha ? { ...image, mask: maskStream(width, height, alpha) } : image;
}

/**
 * Makes an opaque image XObject of decoded pixels: transparency is composed on a ground, because PDF/A-1 knows no
 * soft mask (ISO 19005-1, 6.4).
 */
export function opaqueXObject(raster: RasterImage, ground: Rgb): ImageXObject {
  const { width, height, alpha } = raster;
  const ink = soleInk(raster);
  if (!alpha || !ink) return colourImage(width, height, inkOnGround(raster, ground).rgb);
  const image = imageStream(width, height, 8, deflateSync(alpha, QUICKLY));
  return { image, samples: { palette: inkPalette(ink, ground) } };
}

/** Makes an image XObject of a JPEG image, whose own bytes are the stream (DCTDecode, 7.4.8). */
export function jpegXObject(jpeg: JpegImage): ImageXObject {
  const image = imageStream(jpeg.width, jpeg.height, 8, jpeg.stream, "DCTDecode");
  if (jpeg.components === 4 && jpeg.adobe) image.dict.set("Decode", [1, 0, 1, 0, 1, 0, 1, 0]);
  return { image, samples: jpeg.components === 1 ? "grey" : jpeg.components === 3 ? "rgb" : "inks" };
}

/**
 * Puts an image XObject into the file, after what it refers to.
 *
 * @param spaces the document's
 * @param add puts an object into the file and returns its reference
 * @returns the image's reference
 */
export function addImage(
  { image, samples, mask }: ImageXObject,
  spaces: ColourSpaces,
  add: (value: PdfObject) => PdfRef,
): PdfRef {
  const dict = new Map(image.dict);
  if (mask) dict.set("SMask", add(mask));
  dict.set("ColorSpace", colourSpace(samples, spaces, add));
  return add(new PdfStream(dict, image.raw));
}

function colourSpace(
  samples: ImageXObject["samples"],
  spaces: ColourSpaces,
  add: (value: PdfObject) => PdfRef,
): PdfObject {
  if (samples === "rgb") return spaces.rgb;
  if (samples === "grey") return spaces.grey;
  if (samples === "inks") return spaces.inks ?? inksAsRgb(spaces.rgb, add);
  const { palette } = samples;
  return [new PdfName("Indexed"), spaces.rgb, palette.length / 3 - 1, new PdfString(palette)];
}

/** The four inks as a DeviceN space (8.6.6.5), whose colours are those of another. */
function inksAsRgb(rgb: PdfObject, add: (value: PdfObject) => PdfRef): PdfObject {
  const range = { Domain: [0, 1, 0, 1, 0, 1, 0, 1], Range: [0, 1, 0, 1, 0, 1] };
  const tint = new PdfStream(pdfDict({ FunctionType: 4, ...range }), Buffer.from(INKS_TO_RGB, "latin1"));
  return [new PdfName("DeviceN"), INKS, rgb, add(tint)];
}

const INKS = ["Cyan", "Magenta", "Yellow", "Black"].map((ink) => new PdfName(ink));

function colourImage(width: number, height: number, rgb: Uint8Array): ImageXObject {
  const grey = greyOf(rgb);
  const image = imageStream(width, height, 8, deflateSync(grey ?? rgb, QUICKLY));
  return { image, samples: grey ? "grey" : "rgb" };
}

/** A soft mask is DeviceGray by definition (11.6.5.2, Table 143): no colours, but opacities. */
function maskStream(width: number, height: number, alpha: Uint8Array): PdfStream {
  const mask = imageStream(width, height, 8, deflateSync(alpha, QUICKLY));
  mask.dict.set("ColorSpace", new PdfName("DeviceGray"));
  return mask;
}

function imageStream(
  width: number,
  height: number,
  bits: 1 | 8,
  raw: Uint8Array,
  filter = "FlateDecode",
): PdfStream {
  const dict = pdfDict({
    Type: new PdfName("XObject"),
    Subtype: new PdfName("Image"),
    Width: width,
    Height: height,
    BitsPerComponent: bits,
    Filter: new PdfName(filter),
  });
  return new PdfStream(dict, raw);
}

/** One byte a pixel, if every pixel is grey. */
function greyOf(rgb: Uint8Array): Uint8Array | undefined {
  for (let i = 0; i < rgb.length; i += 3)
    if (rgb[i] !== rgb[i + 1] || rgb[i] !== rgb[i + 2]) return undefined;
  const grey = new Uint8Array(rgb.length / 3);
  for (let i = 0; i < grey.length; i++) grey[i] = rgb[i * 3]!;
  return grey;
}
