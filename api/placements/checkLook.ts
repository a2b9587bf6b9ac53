import { shownText } from "../../engine/pdf/font/shownText.js";
import { missingInWinAnsi } from "../../engine/pdf/text/encoding/winAnsi.js";
import { Failure } from "../failure/failure.js";
import type { PictureSize } from "./appearanceImage.js";
import type { KnownPictures } from "./knownPictures.js";
import { appearanceLimits } from "./limits.js";
import { linesSize } from "./linesSize.js";
import type { NewPlacement } from "./newPlacement.js";
import type { AppearanceLine } from "./ownAppearance.js";
import { standardFontNames } from "./standardFontNames.js";

/** What nobody sees, and what turns the direction of what stands around it: neither belongs into a signature. */
const unseen = /[\p{Cs}\u202a-\u202e\u2066-\u2069\ufffd]|(?![\t\n\r])\p{Cc}/u;

/**
 * Refuses a look that signatures have not, and an own appearance that could not be drawn when its signer signs.
 * @param param path of the placement, for refusals
 * @returns its size in points where nobody gives its placement one: a pixel of the image is a point; without an image,
 *   what the lines need. Null where there is no own appearance, or nothing to see of it
 * @throws Failure `placement_invalid`
 */
export function checkLook(
  { kind, place, appearance }: Pick<NewPlacement, "kind" | "place" | "appearance">,
  known: KnownPictures,
  param: string,
): PictureSize | null {
  if (place.by === "invisible" && kind !== "signature") {
    throw refuse(param, `only a signature can be invisible, and this is of the kind ${kind}`);
  }
  if (appearance === null) return null;
  const at = `${param}.appearance`;
  if (kind !== "signature") throw refuse(at, "only a signature has an appearance of its own");
  const { image, lines } = appearance;
  const { lines: most } = appearanceLimits;
  if (lines.length > most) throw refuse(`${at}.lines`, `at most ${most} lines are taken`, most);
  for (const [index, line] of lines.entries()) checkLine(line, `${at}.lines[${index}]`);
  if (image === null) return linesSize(lines);
  return known.sizeOf(image, `${at}.image`);
}

function checkLine({ text, color, fontSize, font, embedded, x, y }: AppearanceLine, param: string): void {
  const { lineCharacters, fontSize: size, distance } = appearanceLimits;
  if (text.length > lineCharacters) {
    throw refuse(`${param}.text`, `a line has at most ${lineCharacters} characters`, lineCharacters);
  }
  if (unseen.test(text)) throw refuse(`${param}.text`, "a line takes no control characters");
  if (!Number.isInteger(color) || color < 0 || color > 0xffffff) {
    throw refuse(`${param}.color`, "a colour is red, green and blue as one whole number up to 16777215");
  }
  if (!(fontSize >= size.least && fontSize <= size.most)) {
    throw refuse(`${param}.font_size`, `type has ${size.least} to ${size.most} points`, size.most);
  }
  for (const [name, value] of Object.entries({ x, y })) {
    if (!(Math.abs(value) <= distance)) {
      throw refuse(`${param}.${name}`, `a line begins at most ${distance} points from the corner`, distance);
    }
  }
  if (embedded) return;
  if (standardFontNames[font] === undefined) {
    throw refuse(`${param}.font`, `${font} is no font that every reader has: it is embedded`);
  }
  const missing = missingInWinAnsi(shownText(text));
  if (missing.length > 0) {
    const shown = JSON.stringify(missing.slice(0, 10).join(""));
    const why = `a font that is not embedded has no ${shown}; one that is embedded may`;
    throw refuse(`${param}.text`, why);
  }
}

function refuse(param: string, why: string, limit?: number): Failure {
  return new Failure("placement_invalid", `${param}: ${why}.`, {
    param,
    ...(limit !== undefined && { extensions: { limit } }),
  });
}
