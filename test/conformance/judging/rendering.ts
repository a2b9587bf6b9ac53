import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Pages that are drawn of a longer document; a signature touches one. */
export const DRAWN_PAGES = 100;
const DOTS_PER_INCH = 60;

/** A page as a program drew it: three bytes a pixel. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A part of a page, as fractions of its width and height from its top left corner. */
export interface PagePart {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const renderers = {
  pdftoppm: (file: string, password: string, directory: string) => [
    ...["-cropbox", "-r", String(DOTS_PER_INCH), "-l", String(DRAWN_PAGES), "-upw", password, file],
    join(directory, "page"),
  ],
  mutool: (file: string, password: string, directory: string) => [
    ...["draw", "-q", "-r", String(DOTS_PER_INCH), "-p", password, "-o", join(directory, "page-%06d.ppm")],
    ...[file, `1-${DRAWN_PAGES}`],
  ],
};

export type Renderer = keyof typeof renderers;
export const rendererNames = Object.keys(renderers) as Renderer[];

/**
 * Draws the pages of a document.
 * @param directory an empty one, for the program to write to
 * @returns the pages in order; none where the program can make nothing of the file
 */
export function drawPages(renderer: Renderer, file: string, directory: string, password = ""): DrawnPage[] {
  const programArguments = renderers[renderer](file, password, directory);
  spawnSync(renderer, programArguments, { stdio: "ignore", timeout: 60_000 });
  // Names of equal length in one run, so that their order is that of the pages.
  return readdirSync(directory)
    .sort()
    .map((name) => readPpm(readFileSync(join(directory, name))));
}

function readPpm(file: Buffer): DrawnPage {
  const [head, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString("latin1", 0, 60))!;
  return { width: Number(width), height: Number(height), pixels: file.subarray(head.length) };
}

/** Where a page, by number, is not what it was, outside of one part; null where every pixel is the same. */
export function changeOutside(
  before: readonly DrawnPage[],
  after: readonly DrawnPage[],
  part: PagePart,
): string | null {
  if (before.length !== after.length) return `${before.length} pages became ${after.length}`;
  for (const [index, was] of before.entries()) {
    const is = after[index]!;
    if (was.width !== is.width || was.height !== is.height) return `page ${index + 1} has another size`;
    const hidden = index + 1 === part.page ? pixelsOf(part, was) : undefined;
    const at = firstChange(was, is, hidden);
    if (at) return `page ${index + 1} is changed at ${at.x}, ${at.y} of ${was.width} x ${was.height} pixels`;
  }
  return null;
}

/** The pixels of a part, and those beside it that its edge may colour. */
function pixelsOf(part: PagePart, page: DrawnPage) {
  return {
    left: Math.floor(part.left * page.width) - 1,
    right: Math.ceil(part.right * page.width) + 1,
    top: Math.floor(part.top * page.height) - 1,
    bottom: Math.ceil(part.bottom * page.height) + 1,
  };
}

function firstChange(was: DrawnPage, is: DrawnPage, hidden?: ReturnType<typeof pixelsOf>) {
  if (Buffer.compare(was.pixels, is.pixels) === 0) return undefined;
  for (let at = 0; at < was.pixels.length; at++) {
    if (was.pixels[at] === is.pixels[at]) continue;
    const pixel = Math.floor(at / 3);
    const [x, y] = [pixel % was.width, Math.floor(pixel / was.width)];
    const isHidden = hidden && x >= hidden.left && x < hidden.right && y >= hidden.top && y < hidden.bottom;
    if (!isHidden) return { x, y };
  }
  return undefined;
}
