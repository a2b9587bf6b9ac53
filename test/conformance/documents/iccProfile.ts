/**
 * The smallest ICC profile (ICC.1:2001-04) that an output intent of PDF/A may have: sRGB as a matrix and three curves.
 * @returns the profile, version 2.1
 */
export function srgbProfile(): Uint8Array {
  return profile("RGB ", [
    ["cprt", text("No copyright, use freely.")],
    ["desc", description("sRGB")],
    ["wtpt", xyz(0.9505, 1, 1.0891)],
    ["rXYZ", xyz(0.43607, 0.22249, 0.01392)],
    ["gXYZ", xyz(0.38515, 0.71687, 0.09708)],
    ["bXYZ", xyz(0.14307, 0.06061, 0.7141)],
    ["rTRC", gamma(2.2)],
    ["gTRC", gamma(2.2)],
    ["bTRC", gamma(2.2)],
  ]);
}

/** The smallest profile of a printer that knows greys only. */
export function greyProfile(): Uint8Array {
  return profile("GRAY", [
    ["cprt", text("No copyright, use freely.")],
    ["desc", description("grey")],
    ["wtpt", xyz(0.9642, 1, 0.8249)],
    ["kTRC", gamma(2.2)],
  ]);
}

function profile(colours: "RGB " | "GRAY", tags: [string, Buffer][]): Uint8Array {
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  let at = 128 + table.length;
  for (const [index, [name, data]] of tags.entries()) {
    table.write(name, 4 + 12 * index, "latin1");
    table.writeUInt32BE(at, 8 + 12 * index);
    table.writeUInt32BE(data.length, 12 + 12 * index);
    at += data.length;
  }
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at, 0);
  header.writeUInt32BE(0x02100000, 8);
  header.write(`mntr${colours}XYZ `, 12, "latin1");
  [2026, 1, 1].forEach((part, index) => {
    header.writeUInt16BE(part, 24 + 2 * index);
  });
  header.write("acsp", 36, "latin1");
  // The illuminant of the profile connection space: D50.
  for (const [index, value] of [0.9642, 1, 0.8249].entries())
    header.writeInt32BE(fixed(value), 68 + 4 * index);
  return Buffer.concat([header, table, ...tags.map(([, data]) => data)]);
}

const fixed = (value: number): number => Math.round(value * 65536);

function tag(type: string, body: Buffer): Buffer {
  const padding = Buffer.alloc((4 - (body.length % 4)) % 4);
  return Buffer.concat([Buffer.from(`${type}\0\0\0\0`, "latin1"), body, padding]);
}

const text = (words: string): Buffer => tag("text", Buffer.from(`${words}\0`, "latin1"));

function description(words: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(words.length + 1);
  // No Unicode and no Macintosh text follows.
  return tag("desc", Buffer.concat([length, Buffer.from(`${words}\0`, "latin1"), Buffer.alloc(78)]));
}

function xyz(...values: [number, number, number]): Buffer {
  const body = Buffer.alloc(12);
  for (const [index, value] of values.entries()) body.writeInt32BE(fixed(value), 4 * index);
  return tag("XYZ ", body);
}

function gamma(value: number): Buffer {
  const body = Buffer.alloc(6);
  body.writeUInt32BE(1, 0);
  body.writeUInt16BE(Math.round(value * 256), 4);
  return tag("curv", body);
}
