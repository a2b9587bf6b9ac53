/** Numbers of a ZIP file: little-endian, unsigned (APPNOTE 4.1). */
export class ZipBytes {
  readonly #view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  get length(): number {
    return this.bytes.length;
  }

  u16(at: number): number {
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    return this.#view.getUint32(at, true);
  }

  slice(at: number, length: number): Uint8Array {
    return this.bytes.subarray(at, at + length);
  }

  /** Whether so many bytes are there from here on. */
  has(at: number, length: number): boolean {
    return at >= 0 && at + length <= this.bytes.length;
  }
}

export const signatures = {
  localHeader: 0x04034b50,
  dataDescriptor: 0x08074b50,
  centralHeader: 0x02014b50,
  zip64End: 0x06064b50,
  zip64Locator: 0x07064b50,
  endOfDirectory: 0x06054b50,
} as const;

export const lengths = { localHeader: 30, centralHeader: 46, zip64Locator: 20, endOfDirectory: 22 } as const;
