/** How a camera was held: which edge of the stored image is the top of the picture (Exif 2.32, 4.6.4, tag 274). */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const EXIF = "Exif\0\0";
const TIFF_HEADER_BYTES = 8;
const ORIENTATION_TAG = 0x0112;
const SHORT = 3;

/**
 * Reads the orientation from the contents of an APP1 segment.
 *
 * @returns 1, upright, for anything that cannot be read: viewers do the same with damaged metadata
 */
export function exifOrientation(content: Uint8Array): Orientation {
  if (String.fromCharCode(...content.subarray(0, EXIF.length)) !== EXIF) return 1;
  const tiff = content.subarray(EXIF.length);
  if (tiff.length < TIFF_HEADER_BYTES) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const littleEndian = tiff[0] === 0x49;
  const directory = view.getUint32(4, littleEndian);
  if (directory + 2 > tiff.length) return 1;
  const entries = view.getUint16(directory, littleEndian);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + i * 12;
    if (entry + 12 > tiff.length) return 1;
    if (view.getUint16(entry, littleEndian) !== ORIENTATION_TAG) continue;
    const value = view.getUint16(entry + 8, littleEndian);
    const valid = view.getUint16(entry + 2, littleEndian) === SHORT && value >= 1 && value <= 8;
    return valid ? (value as Orientation) : 1;
  }
  return 1;
}
