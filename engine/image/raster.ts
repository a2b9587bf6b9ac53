/** A decoded image: rows from top to bottom, pixels from left to right. */
export interface RasterImage {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue, a byte each: `3 * width * height` bytes. */
  readonly rgb: Uint8Array;
  /** Opacity from 0 to 255, `width * height` bytes; absent where every pixel is opaque. */
  readonly alpha?: Uint8Array;
}
