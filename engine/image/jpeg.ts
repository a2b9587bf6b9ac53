import { Buffer } from "node:buffer";
import { EngineError } from "../error.js";
import { exifOrientation, type Orientation } from "./exifOrientation.js";
import { EOI, type JpegSegment, jpegDamaged, readJpegSegments, SOI, SOS } from "./jpegMarkers.js";
import { requireScans } from "./jpegScans.js";
import { checkDimensions, checkFileSize, DEFAULT_IMAGE_LIMITS, type ImageLimits } from "./limits.js";

/** A JPEG image that is ready to be embedded as it is (DCTDecode). */
export interface JpegImage {
  /** Pixels as stored, before `orientation` turns them. */
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 colour, 4 CMYK. */
  readonly components: 1 | 3 | 4;
  /** Whether an Adobe marker is there: then the inks of a CMYK image are stored inverted. */
  readonly adobe: boolean;
  readonly orientation: Orientation;
  /** The file without its metadata. */
  readonly stream: Uint8Array;
}

const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
/** Baseline, extended sequential and progressive DCT with Huffman coding: what DCTDecode reads (ISO 32000-2, 7.4.8). */
const READABLE_FRAMES = new Set([0xc0, 0xc1, 0xc2]);
const NOT_FRAMES = new Set([0xc4, 0xc8, 0xcc]);

/**
 * Reads a JPEG file's headers (ISO/IEC 10918-1, B.2); no pixel is decoded.
 *
 * Exif, XMP and comments are left out of `stream`: a photograph of a signature tells where and when and with which
 * camera it was taken, and none of that belongs into a document that is handed around. So is what follows the image.
 *
 * @param bytes the file
 * @param limits what the image may cost; 4096 pixels a side, 16 Mpixel and 8 MiB unless told otherwise
 * @throws EngineError `image_unsupported`, `image_damaged` or `image_limit_exceeded`
 */
export function readJpeg(bytes: Uint8Array, limits: ImageLimits = DEFAULT_IMAGE_LIMITS): JpegImage {
  checkFileSize(bytes, limits);
  const segments = readJpegSegments(bytes);
  const frame = findFrame(segments);
  const { content } = frame;
  if (content.length < 6) throw jpegDamaged("its frame header is too short");
  const height = content[1]! * 256 + content[2]!;
  const width = content[3]! * 256 + content[4]!;
  const components = content[5]!;
  if (content[0] !== 8) throw unsupported("its samples do not have 8 bits");
  if (height === 0) throw unsupported("its height is given only after its pixels");
  if (components !== 1 && components !== 3 && components !== 4)
    throw unsupported("it has neither 1, 3 nor 4 components");
  if (content.length < 6 + components * 3) throw jpegDamaged("its frame header is too short");
  checkDimensions(width, height, limits);
  const scan = segments.findIndex(({ marker }) => marker === SOS);
  if (scan < segments.indexOf(frame)) throw jpegDamaged("it has no scan after its frame header");
  requireScans(frame, segments);
  const orientations = segments
    .filter(({ marker }) => marker === APP1)
    .map((app1) => exifOrientation(app1.content));
  return {
    width,
    height,
    components,
    adobe: segments.some(isAdobe),
    orientation: orientations.find((orientation) => orientation !== 1) ?? 1,
    stream: withoutMetadata(bytes, segments),
  };
}

function findFrame(segments: readonly JpegSegment[]): JpegSegment {
  const frames = segments.filter(({ marker }) => marker >= 0xc0 && marker <= 0xcf && !NOT_FRAMES.has(marker));
  const [frame, second] = frames;
  if (!frame || second) throw jpegDamaged("it does not have exactly one frame header");
  if (!READABLE_FRAMES.has(frame.marker))
    throw unsupported("it is lossless, hierarchical or arithmetically coded");
  return frame;
}

function isAdobe({ marker, content }: JpegSegment): boolean {
  return marker === APP14 && String.fromCharCode(...content.subarray(0, 5)) === "Adobe";
}

function withoutMetadata(bytes: Uint8Array, segments: readonly JpegSegment[]): Uint8Array {
  const kept = segments.filter((segment) => {
    if (segment.marker === COMMENT) return false;
    return segment.marker < APP0 || segment.marker > APP15 || segment.marker === APP0 || isAdobe(segment);
  });
  const parts = kept.map(({ start, end }) => bytes.subarray(start, end));
  return Buffer.concat([Uint8Array.of(0xff, SOI), ...parts, Uint8Array.of(0xff, EOI)]);
}

function unsupported(what: string): EngineError {
  return new EngineError("image_unsupported", `The JPEG image cannot be used: ${what}.`);
}
