import { appearanceLimits } from "../../../placements/limits.js";
import type { NewPlacement } from "../../../placements/newPlacement.js";
import type { AppearanceLine } from "../../../placements/ownAppearance.js";
import type { Fields } from "../../reading/fields.js";
import { fontOf, lineFontNames, lineFonts } from "./lineFonts.js";

/** What a document's signature looks like, and where it stands. */
export type Look = Pick<NewPlacement, "place" | "appearance">;

/** Lines of one signature that are read at most; the service takes fewer. */
const mostLines = 1000;
const farthest = 100_000;

/** Characters that a line takes. */
const longestRow = appearanceLimits.lineCharacters;

/**
 * Reads `pdfSignatureOptions`. Positions count from the lower left, of the page and of the image, in points, as both of
 * the known callers reckon; a pixel of the image is a point. Without an image and without text the signature is not seen.
 * @param options null: there are none
 * @throws CertSignFailure
 */
export function readAppearance(options: Fields | null): Look {
  if (options === null) return { place: { by: "invisible" }, appearance: null };
  const image = options.base64("signatureImageContent");
  const x = options.number("signaturePosX", -farthest, farthest) ?? 0;
  const y = options.number("signaturePosY", -farthest, farthest) ?? 0;
  const page = options.whole("signaturePage", 1, farthest) ?? 1;
  const lines = [...(options.objects("linesOptions", mostLines) ?? []).map(readLine), ...readText(options)];
  options.refuseOthers();
  if (image === null && lines.every(({ text }) => text.trim() === "")) {
    return { place: { by: "invisible" }, appearance: null };
  }
  return { place: { by: "bottom_left", page, x, y, size: null }, appearance: { image, lines } };
}

function readLine(line: Fields): AppearanceLine {
  const font = lineFonts[line.choice("lineFont", lineFontNames) ?? "Helvetica"];
  const read = {
    text: readContent(line),
    color: readColor(line, "lineColor"),
    fontSize: line.number("lineFontSize", 1, 1000) ?? 10,
    ...font,
    x: line.number("linePosXInImage", -farthest, farthest) ?? 2,
    y: line.number("linePosYInImage", -farthest, farthest) ?? 2,
  };
  line.refuseOthers();
  return read;
}

/** It has to be there, and may be empty: callers keep a line free with it. */
function readContent(line: Fields): string {
  return line.raw("lineContent") === "" ? "" : line.needed("lineContent", 10_000);
}

/** Text in one font, as it was asked for before there were lines: from the lower left corner, the last line lowest. */
function readText(options: Fields): AppearanceLine[] {
  const text = options.text("signatureText", 10_000) ?? "";
  const color = readColor(options, "signatureTextColor");
  const fontSize = options.number("signatureTextFontSize", 1, 1000) ?? 10;
  const font = fontOf(options.text("fontFamily", 100), options.text("fontStyle", 100));
  const rows = text.split(/\r\n|\r|\n/);
  if (rows.some(({ length }) => length > longestRow)) {
    const why = `must have at most ${longestRow} characters in a line`;
    throw options.refusal("signatureText", "invalid", why);
  }
  return rows.flatMap((row, index) =>
    row.trim() === ""
      ? []
      : [{ text: row, color, fontSize, ...font, x: 2, y: 2 + (rows.length - 1 - index) * fontSize * 1.2 }],
  );
}

/** Red, green and blue in one number; a negative one is Java's of an opaque colour. Black by default. */
function readColor(fields: Fields, name: string): number {
  return (fields.whole(name, -(2 ** 31), 2 ** 32 - 1) ?? 0) & 0xffffff;
}
