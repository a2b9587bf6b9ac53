import { deflateSync } from "node:zlib";
import { inkUnderTransparency } from "../../image/inkOnWhite.js";
import type { JpegImage } from "../../image/jpeg.js";
import type { RasterImage } from "../../image/raster.js";
import { PdfName, type PdfObject, type PdfRef, PdfStream, pdfDict } from "../objects.js";

/** An image XObject (ISO 32000-2, 8.9.5) and its soft mask (11.6.5.2), which have no references yet. */
export interface ImageXObject {
  readonly image: PdfStream;
  readonly mask?: PdfStream;
}

const COLOUR_SPACES = { 1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK" } as const;

/**
 * Makes an image XObject of decoded pixels: FlateDecode, DeviceGray where all are grey and else DeviceRGB, with a
 * soft mask where the image is transparent.
 */
export function rasterXObject(raster: RasterImage): ImageXObject {
  const { width, height, rgb, alpha } = inkUnderTransparency(raster);
  const grey = greyOf(rgb);
  const image = flateImage(width, height, grey ? 1 : 3, grey ?? rgb);
  return alpha ? { image, mask: flateImage(width, height, 1, alpha) } : { image };
}

/** Makes an image XObject of a JPEG image, whose own bytes are the stream (DCTDecode, 7.4.8). */
export function jpegXObject(jpeg: JpegImage): ImageXObject {
  const inverted = jpeg.components === 4 && jpeg.adobe;
  const dict = imageDict(jpeg.width, jpeg.height, jpeg.components, "DCTDecode", jpeg.stream.length);
  if (inverted) dict.set("Decode", [1, 0, 1, 0, 1, 0, 1, 0]);
  return { image: new PdfStream(dict, jpeg.stream) };
}

/**
 * Puts an image XObject into the file, its mask before it.
 *
 * @param add puts an object into the file and returns its reference
 * @returns the image's reference
 */
export function addImage({ image, mask }: ImageXObject, add: (value: PdfObject) => PdfRef): PdfRef {
  if (!mask) return add(image);
  const dict = new Map(image.dict).set("SMask", add(mask));
  return add(new PdfStream(dict, image.raw));
}

function flateImage(width: number, height: number, components: 1 | 3, samples: Uint8Array): PdfStream {
  const raw = deflateSync(samples);
  return new PdfStream(imageDict(width, height, components, "FlateDecode", raw.length), raw);
}

function imageDict(width: number, height: number, components: 1 | 3 | 4, filter: string, length: number) {
  return pdfDict({
    Type: new PdfName("XObject"),
    Subtype: new PdfName("Image"),
    Width: width,
    Height: height,
    ColorSpace: new PdfName(COLOUR_SPACES[components]),
    BitsPerComponent: 8,
    Filter: new PdfName(filter),
    Length: length,
  });
}

/** One byte a pixel, if every pixel is grey. */
function greyOf(rgb: Uint8Array): Uint8Array | undefined {
  for (let i = 0; i < rgb.length; i += 3)
    if (rgb[i] !== rgb[i + 1] || rgb[i] !== rgb[i + 2]) return undefined;
  const grey = new Uint8Array(rgb.length / 3);
  for (let i = 0; i < grey.length; i++) grey[i] = rgb[i * 3]!;
  return grey;
}
