import { type Colour, colourOperands } from "../../appearance/colour.js";
import { decimal } from "../../appearance/contentStream.js";
import type { Align, Drawing, Figure, Modules, Path, Paths } from "../blocks.js";
import { operator } from "../pageContent.js";
import type { StructureElement } from "../structure/structureElement.js";
import { type Flowable, type Frame, within } from "./flowable.js";
import type { Setting } from "./setting.js";

const QUIET_ZONE = 4;
const MOST_MODULES = 400;
const MOST_STEPS = 100_000;
const GAP = 0.8;

/** How large a figure is drawn: as it says, or as large as its room allows. @throws RangeError */
export function figureSize(
  { width, height }: Figure,
  most: { readonly width: number; readonly height: number },
): { width: number; height: number } {
  if (!(width > 0 && height > 0 && Number.isFinite(width * height)))
    throw new RangeError("A figure's width and height must be positive numbers of points.");
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: width * scale, height: height * scale };
}

/** Lays out a figure, which is never parted. @throws RangeError */
export function layOutFigure(
  setting: Setting,
  figure: Figure,
  align: Align,
  frame: Frame,
  parent: StructureElement,
): Flowable {
  const size = figureSize(figure, { width: frame.width, height: setting.room });
  const spare = frame.width - size.width;
  const start = align === "start" ? 0 : align === "end" ? spare : spare / 2;
  const { left } = within(frame, start, size.width, setting.direction);
  const element = parent.add("Figure", { alt: requireAlt(figure) });
  const operators = drawingOperators(figure.drawing);
  return {
    slices: [size.height],
    least: 1,
    above: GAP * setting.size,
    keepWithNext: false,
    draw(page, top) {
      page.mark(element);
      const bottom = top - size.height;
      element.box = [left, bottom, left + size.width, top];
      // The drawing's own box is the unit square, y downwards.
      page.draw(
        `q ${decimal(size.width)} 0 0 ${decimal(-size.height)} ${decimal(left)} ${decimal(top)} cm\n${operators}Q\n`,
      );
    },
  };
}

function requireAlt({ alt }: Figure): string {
  if (alt.trim() === "") throw new RangeError("A figure needs a text that stands for it.");
  return alt;
}

function drawingOperators(drawing: Drawing): string {
  return drawing.kind === "modules" ? moduleOperators(drawing) : pathOperators(drawing);
}

/** All dark modules as one path, so that nothing shows between them; a rectangle for each run of a row. */
function moduleOperators({ modules, colour = 0, quiet = QUIET_ZONE }: Modules): string {
  const rows = modules.length;
  const across = modules.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows === 0 || across === 0 || rows > MOST_MODULES || across > MOST_MODULES)
    throw new RangeError(`A matrix has 1 to ${MOST_MODULES} rows and columns.`);
  if (!(quiet >= 0 && quiet <= MOST_MODULES)) throw new RangeError("The quiet zone must not be negative.");
  let path = "";
  for (const [y, row] of modules.entries())
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      path += `${from} ${y} ${x + 1 - from} 1 re\n`;
    }
  const [wide, high] = [across + 2 * quiet, rows + 2 * quiet];
  const matrix = `${fine(1 / wide)} 0 0 ${fine(1 / high)} ${fine(quiet / wide)} ${fine(quiet / high)} cm\n`;
  // Light modules and the quiet zone are white, whatever is behind the figure: else nothing can read them.
  return `1 g 0 0 1 1 re f\n${fillOperator(colour)}${matrix}${path === "" ? "" : `${path}f\n`}`;
}

function pathOperators({ viewBox: [width, height], paths }: Paths): string {
  if (!(width > 0 && height > 0 && Number.isFinite(width * height)))
    throw new RangeError("A drawing's box must have a positive width and height.");
  if (paths.reduce((sum, { d }) => sum + d.length, 0) > MOST_STEPS)
    throw new RangeError(`A drawing has at most ${MOST_STEPS} steps.`);
  return `${fine(1 / width)} 0 0 ${fine(1 / height)} 0 0 cm\n${paths.map(onePath).join("")}`;
}

function onePath({ d, fill, stroke, lineWidth = 1 }: Path): string {
  if (d.length === 0 || (fill === undefined && stroke === undefined)) return "";
  if (d[0]![0] !== "M") throw new RangeError("A path begins with a move.");
  let operators = fill === undefined ? "" : fillOperator(fill);
  if (stroke !== undefined)
    operators += `${colourOperands(stroke)} ${operator(stroke, "G", "RG")} ${fine(lineWidth)} w\n`;
  for (const [step, ...numbers] of d)
    operators += `${numbers.map((value) => `${fine(value)} `).join("")}${{ M: "m", L: "l", C: "c", Z: "h" }[step]}\n`;
  return `${operators}${fill === undefined ? "S" : stroke === undefined ? "f" : "B"}\n`;
}

function fillOperator(colour: Colour): string {
  return `${colourOperands(colour)} ${operator(colour, "g", "rg")}\n`;
}

/** A figure's box is the unit square, in which a thousandth would be seen. */
function fine(value: number): string {
  if (!(Math.abs(value) <= 1e6)) throw new RangeError("A number of a drawing must be at most a million.");
  return (Math.round(value * 1e7) / 1e7 + 0).toFixed(7).replace(/\.?0+$/, "");
}
