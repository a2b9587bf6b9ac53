import { crc32, deflateSync } from "node:zlib";

/** A drawn signature as a browser would send it: a wave in dark blue on nothing. @returns a PNG, RGBA */
export function drawnSignature(width = 300, height = 100): Buffer {
  const rows = Buffer.alloc(height * (1 + 4 * width));
  for (let x = 0; x < width; x++) {
    const centre = height / 2 + Math.sin(x / 14) * height * 0.35 * (1 - x / width / 2);
    for (let y = Math.max(0, Math.floor(centre - 2)); y < Math.min(height, centre + 2); y++) {
      rows.set([20, 30, 120, 255], y * (1 + 4 * width) + 1 + 4 * x);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const crc = Buffer.alloc(4);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}
