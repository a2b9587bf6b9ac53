import { EngineError } from "../error.js";
import { pngDamaged } from "./pngChunks.js";

/** What an IHDR chunk says (ISO/IEC 15948, 11.2.1). */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits of one sample, or of one palette index: 1, 2, 4, 8 or 16. */
  readonly bitDepth: number;
  readonly colour: "greyscale" | "truecolour" | "indexed" | "greyscaleAlpha" | "truecolourAlpha";
  /** Samples in one pixel. */
  readonly channels: number;
  /** Whether the rows come in the seven passes of Adam7. */
  readonly interlaced: boolean;
}

const COLOUR_TYPES = new Map<number, { colour: PngHeader["colour"]; channels: number; depths: number[] }>([
  [0, { colour: "greyscale", channels: 1, depths: [1, 2, 4, 8, 16] }],
  [2, { colour: "truecolour", channels: 3, depths: [8, 16] }],
  [3, { colour: "indexed", channels: 1, depths: [1, 2, 4, 8] }],
  [4, { colour: "greyscaleAlpha", channels: 2, depths: [8, 16] }],
  [6, { colour: "truecolourAlpha", channels: 4, depths: [8, 16] }],
]);

/**
 * Reads the IHDR chunk.
 *
 * @throws EngineError `image_damaged` (a combination that the standard does not allow) or `image_unsupported`
 */
export function readPngHeader(header: Uint8Array): PngHeader {
  if (header.length !== 13) throw pngDamaged("its IHDR chunk does not have 13 bytes");
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const bitDepth = view.getUint8(8);
  const type = COLOUR_TYPES.get(view.getUint8(9));
  if (!type?.depths.includes(bitDepth)) throw pngDamaged("its colour type and bit depth do not go together");
  if (view.getUint8(10) !== 0 || view.getUint8(11) !== 0 || view.getUint8(12) > 1)
    throw new EngineError(
      "image_unsupported",
      "The PNG image uses an unknown compression, filter or interlace method.",
    );
  return {
    width: view.getUint32(0),
    height: view.getUint32(4),
    bitDepth,
    colour: type.colour,
    channels: type.channels,
    interlaced: view.getUint8(12) === 1,
  };
}
