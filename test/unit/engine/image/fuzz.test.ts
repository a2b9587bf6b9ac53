import { crc32 } from "node:zlib";
import { EngineError } from "../../../../engine/error.js";
import { readJpeg } from "../../../../engine/image/jpeg.js";
import { decodePng } from "../../../../engine/image/png.js";
import { filteredSize, pngPasses } from "../../../../engine/image/pngPasses.js";
import { quickestRun } from "../../../support/processorTime.js";
import { seededRandom } from "../../../support/seededRandom.js";
import { writePng } from "./pngWriter.js";
import { vector, vectorNames } from "./vectors.js";

const CASES = 2_000;
const LIMIT_MS = 200;

/** Colour type, bit depth and channels of all kinds of images. */
const KINDS = [
  ...[1, 2, 4, 8, 16].map((depth) => [0, depth, 1] as const),
  ...[1, 2, 4, 8].map((depth) => [3, depth, 1] as const),
  ...[8, 16].flatMap((depth) => [[2, depth, 3] as const, [4, depth, 2] as const, [6, depth, 4] as const]),
];

type Random = (below: number) => number;

/** Changes, removes or repeats a few bytes. */
function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let mutant = Buffer.from(bytes);
  for (let n = 1 + random(4); n > 0; n--) {
    const at = random(mutant.length);
    const kind = random(6);
    if (kind === 0) mutant = mutant.subarray(0, at + 1);
    else if (kind === 1) mutant = Buffer.concat([mutant.subarray(0, at), mutant.subarray(at + random(8))]);
    else if (kind === 2) mutant = Buffer.concat([mutant.subarray(0, at + random(8)), mutant.subarray(at)]);
    else mutant[at] = kind === 3 ? [0, 1, 0x7f, 0x80, 0xff][random(5)]! : random(256);
  }
  return mutant;
}

/** Makes the checksums right again, so that the damage reaches what stands behind them. */
function repairChecksums(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) return;
    file.writeUInt32BE(crc32(file.subarray(at + 4, end - 4)), end - 4);
    at = end;
  }
}

/** A file that is sound but for its palette and a few of its rows, of any kind and size. */
function soundContainer(random: Random): Uint8Array {
  const [colourType, bitDepth, channels] = KINDS[random(KINDS.length)]!;
  const [width, height, interlace] = [1 + random(9), 1 + random(9), random(2)];
  const shape = {
    width,
    height,
    bitDepth,
    channels,
    interlaced: interlace === 1,
    colour: "greyscale" as const,
  };
  const rows = new Uint8Array(filteredSize(pngPasses(shape)) + (random(8) === 0 ? random(3) - 1 : 0));
  for (let n = random(20); n > 0; n--) rows[random(rows.length)] = random(5);
  const palette = Uint8Array.from({ length: 3 * (1 + random(256)) }, () => random(256));
  return writePng({ width, height, bitDepth, colourType, interlace, rows, palette });
}

/** Runs all cases; returns how many were read, and those that took too long or threw what is no EngineError. */
function trial(
  names: string[],
  seed: number,
  read: (bytes: Uint8Array) => unknown,
  vary: (mutant: Uint8Array, random: Random) => Uint8Array = (mutant) => mutant,
) {
  const random = seededRandom(seed);
  let decoded = 0;
  const failures: string[] = [];
  for (let n = 0; n < CASES; n++) {
    const name = names[random(names.length)]!;
    const mutant = vary(mutate(vector(name), random), random);
    let thrown: unknown;
    const took = quickestRun(LIMIT_MS, () => {
      try {
        thrown = undefined;
        read(mutant);
      } catch (error) {
        thrown = error;
      }
    });
    if (!thrown) decoded++;
    else if (!(thrown instanceof EngineError)) failures.push(`case ${n} (${name}): ${thrown}`);
    if (took > LIMIT_MS) failures.push(`case ${n} (${name}): ${took} ms`);
  }
  return { decoded, failures };
}

test("2,000 mutated PNG files are decoded or refused with an EngineError, none for more than 200 ms of processor time", () => {
  const vary = (mutant: Uint8Array, random: Random) => {
    const kind = random(8);
    if (kind < 3) return soundContainer(random);
    if (kind < 7) repairChecksums(mutant);
    return mutant;
  };
  const { decoded, failures } = trial(vectorNames(".png"), 20_240_607, (bytes) => decodePng(bytes), vary);
  expect(failures).toEqual([]);
  expect(decoded).toBeGreaterThan(500);
});

test("2,000 mutated JPEG files are read or refused with an EngineError, none for more than 200 ms of processor time", () => {
  const { decoded, failures } = trial(vectorNames(".jpg"), 19_920_918, (bytes) => readJpeg(bytes));
  expect(failures).toEqual([]);
  expect(decoded).toBeGreaterThan(100);
});
