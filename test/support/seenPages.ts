import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A box on a page, in points from its top left corner, and the page, counted from 1. */
export interface SeenBox {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The words in a box of a page, as poppler reads them; form fields among them. @param file path of a PDF */
export async function wordsIn(file: string, { page, x, y, width, height }: SeenBox): Promise<string> {
  const box = ["-x", x - 1, "-y", y - 1, "-W", width + 2, "-H", height + 2].map((part) =>
    typeof part === "number" ? String(Math.round(part)) : part,
  );
  const pages = ["-f", String(page), "-l", String(page)];
  const { stdout } = await run("pdftotext", ["-r", "72", "-cropbox", ...pages, ...box, file, "-"]);
  return stdout.replace(/\s+/g, " ").trim();
}

/** Where on a page, in points from the top left of a box, poppler shows a colour: the least box around it. @param file path of a PDF */
export async function colourIn(
  file: string,
  { page, x, y, width, height }: SeenBox,
  isColour: (red: number, green: number, blue: number) => boolean,
): Promise<{ left: number; top: number; right: number; bottom: number } | null> {
  const scale = 2;
  const box = ["-x", x, "-y", y, "-W", width, "-H", height].map((part) =>
    typeof part === "number" ? String(Math.round(part * scale)) : part,
  );
  const drawn = `${file}-colours`;
  const pages = ["-f", String(page), "-singlefile"];
  await run("pdftoppm", ["-r", String(72 * scale), "-cropbox", ...pages, ...box, file, drawn]);
  const picture = await readFile(`${drawn}.ppm`);
  const [head, across] = /^P6\s+(\d+)\s+\d+\s+255\s/.exec(picture.toString("latin1", 0, 60))!;
  const pixels = picture.subarray(head.length);
  const columns: number[] = [];
  const rows: number[] = [];
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    if (!isColour(pixels[at]!, pixels[at + 1]!, pixels[at + 2]!)) continue;
    columns.push((at / 3) % Number(across));
    rows.push(Math.floor(at / 3 / Number(across)));
  }
  if (rows.length === 0) return null;
  const least = (some: readonly number[]) => some.reduce((one, other) => Math.min(one, other)) / scale;
  const most = (some: readonly number[]) => (some.reduce((one, other) => Math.max(one, other)) + 1) / scale;
  return { left: least(columns), top: least(rows), right: most(columns), bottom: most(rows) };
}

/** How many pixels of a box, drawn by poppler at 72 dots an inch, are not white. @param file path of a PDF */
export async function inkIn(file: string, { page, x, y, width, height }: SeenBox): Promise<number> {
  const box = ["-x", x, "-y", y, "-W", width, "-H", height].map((part) =>
    typeof part === "number" ? String(Math.round(part)) : part,
  );
  const drawn = `${file}-page`;
  const pages = ["-f", String(page), "-singlefile"];
  await run("pdftoppm", ["-r", "72", "-cropbox", "-gray", ...pages, ...box, file, drawn]);
  const picture = await readFile(`${drawn}.pgm`);
  const [head] = /^P5\s+\d+\s+\d+\s+255\s/.exec(picture.toString("latin1", 0, 60))!;
  return picture.subarray(head.length).filter((grey) => grey < 200).length;
}
