import { spawnSync } from "node:child_process";

/** A word where poppler sees it, in points from the top left of the page as it is turned and cropped. */
export interface WordBox {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The words of each page, by pdftotext. */
export function wordBoxes(pdf: Uint8Array): WordBox[][] {
  const { stdout } = spawnSync("pdftotext", ["-q", "-bbox", "-cropbox", "-", "-"], {
    input: pdf,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  return stdout
    .split("<page ")
    .slice(1)
    .map((page) =>
      [...page.matchAll(WORD)].map(([, left, top, right, bottom, text]) => ({
        text: plain(text!),
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
      })),
    );
}

const WORD = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gs;

function plain(text: string): string {
  const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'", amp: "&" };
  return text.replace(/&(lt|gt|quot|apos|#39|amp);/g, (_, name: string) => entities[name]!);
}

/** Whether two boxes are at the same place: edges within two points; fonts' heights are told differently. */
export function isAt(
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  word: WordBox,
): boolean {
  const middle = (word.top + word.bottom) / 2;
  return (
    Math.abs(box.x - word.left) <= 2 &&
    Math.abs(box.x + box.width - word.right) <= 2 &&
    Math.abs(box.y + box.height / 2 - middle) <= Math.max(2, 0.35 * (word.bottom - word.top))
  );
}
