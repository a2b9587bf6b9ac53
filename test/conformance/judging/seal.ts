import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { signatureAppearance } from "../../../engine/pdf/appearance/signatureAppearance.js";
import type { Appearance } from "../../../engine/pdf/appearanceSource.js";
import { openPdf } from "../../../engine/pdf/document.js";
import { type FontProgram, parseFont } from "../../../engine/pdf/font/fontProgram.js";
import { countPages, findPage } from "../../../engine/pdf/pageTree.js";
import { type Placement, viewSize } from "../../../engine/pdf/viewPlacement.js";
import type { AddedText } from "./pageText.js";
import type { PagePart } from "./rendering.js";

let font: FontProgram | undefined;

/** A visible signature near the foot of a document's last page, of a size that fits there. */
export interface Seal {
  readonly placement: Placement;
  readonly appearance: Appearance;
  /** Where it may be seen, and what it says. */
  readonly seen: PagePart & AddedText;
}

const NAME = "Zoé Lefèvre";
const LINE = "Signed with Paraph";
const PART = { left: 0.1, top: 0.7, right: 0.6, bottom: 0.85 };

export function sealFor(pdf: Uint8Array): Seal {
  const document = openPdf(pdf);
  const page = countPages(document);
  const view = viewSize(findPage(document, page));
  const size = {
    width: (PART.right - PART.left) * view.width,
    height: (PART.bottom - PART.top) * view.height,
  };
  const corner = { x: PART.left * view.width, y: PART.top * view.height };
  return {
    placement: { page, ...corner, ...size, origin: "top-left" },
    appearance: signatureAppearance({ ...size, name: NAME, lines: [LINE], font: shipped() }),
    seen: { page, ...PART, text: `${NAME} ${LINE}` },
  };
}

function shipped(): FontProgram {
  const file = new URL("../../../../assets/fonts/NotoSans-Regular.ttf", import.meta.url);
  font ??= parseFont(readFileSync(fileURLToPath(file)));
  return font;
}
