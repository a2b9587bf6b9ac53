import { Buffer } from "node:buffer";
import { type Colour, colourOperands } from "../appearance/colour.js";
import { decimal } from "../appearance/contentStream.js";
import type { StructureElement } from "./structure/structureElement.js";
import type { TextTarget } from "./text/drawLine.js";
import { type Style, trackingOf } from "./text/styledText.js";
import type { DocumentFont } from "./text/typesetter.js";

/** A link annotation: where it is, [left bottom right top] in points, and where it leads. */
export interface PageLink {
  readonly rect: readonly [number, number, number, number];
  readonly uri: string;
  readonly element: StructureElement;
}

/** How thick bold letters are stroked, in ems: there is one weight of each font. */
const BOLD_STROKE = 0.03;

/**
 * Collects what a page shows, as the operators of its content stream (ISO 32000-1, 7.8.2). All of it is marked: as the
 * content of a structure element, or as an artifact. Lengths are points, y grows upwards.
 */
export class PageContent implements TextTarget {
  /** The elements that the page has content of, by marked-content identifier. */
  readonly marked: StructureElement[] = [];
  readonly links: PageLink[] = [];
  #operators = "";
  #open: StructureElement | "artifact" | undefined;
  #fill: Colour = 0;
  #stroke: Colour = 0;
  #lineWidth = 1;
  #bold = false;
  #tracking = 0;
  #font = "";

  constructor(readonly index: number) {}

  /** What is drawn from here on belongs to an element. */
  mark(element: StructureElement): void {
    if (this.#open === element) return;
    this.#close();
    const mcid = this.marked.push(element) - 1;
    element.kids.push({ page: this.index, mcid });
    this.#operators += `/${element.type}<</MCID ${mcid}>>BDC\n`;
    this.#open = element;
  }

  /** What is drawn from here on is decoration (14.8.2.2). */
  artifact(): void {
    if (this.#open === "artifact") return;
    this.#close();
    this.#operators += "/Artifact BMC\n";
    this.#open = "artifact";
  }

  /** A header or footer. */
  runningArtifact(kind: "Header" | "Footer"): void {
    this.#close();
    this.#operators += `/Artifact<</Type/Pagination/Subtype/${kind}>>BDC\n`;
    this.#open = "artifact";
  }

  showCodes(x: number, y: number, style: Style, font: DocumentFont, codes: string): void {
    this.#beginText(x, y, style, Math.round(trackingOf(style) * style.size * 1000) / 1000);
    const chosen = `/${font.name} ${decimal(style.size)} Tf\n`;
    this.#operators += chosen === this.#font ? `(${codes})Tj\nET\n` : `${chosen}(${codes})Tj\nET\n`;
    this.#font = chosen;
  }

  showOperators(x: number, y: number, style: Style, operators: string): void {
    this.#beginText(x, y, style, 0);
    this.#operators += `${operators}ET\n`;
    this.#font = "";
  }

  /** A filled rectangle, from its lower left corner. */
  rectangle(x: number, y: number, width: number, height: number, colour: Colour): void {
    this.#fillWith(colour);
    this.#operators += `${decimal(x)} ${decimal(y)} ${decimal(width)} ${decimal(height)} re f\n`;
  }

  /** A level line. */
  rule(x: number, y: number, width: number, thickness: number, colour: Colour): void {
    this.rectangle(x, y - thickness / 2, width, thickness, colour);
  }

  /** Operators that leave the graphics state as it was. */
  draw(operators: string): void {
    this.#operators += operators;
  }

  /** The content stream's bytes. Nothing can be drawn after. */
  toBytes(): Uint8Array {
    this.#close();
    return Buffer.from(this.#operators, "latin1");
  }

  #close(): void {
    if (this.#open !== undefined) this.#operators += "EMC\n";
    this.#open = undefined;
  }

  #beginText(x: number, y: number, { bold, colour, size }: Style, tracking: number): void {
    this.#fillWith(colour);
    if (bold) {
      const width = Math.round(size * BOLD_STROKE * 1000) / 1000;
      if (this.#stroke !== colour)
        this.#operators += `${colourOperands(colour)} ${operator(colour, "G", "RG")}\n`;
      if (this.#lineWidth !== width) this.#operators += `${width} w\n`;
      [this.#stroke, this.#lineWidth] = [colour, width];
    }
    if (bold !== this.#bold) this.#operators += bold ? "2 Tr\n" : "0 Tr\n";
    if (tracking !== this.#tracking) this.#operators += `${tracking} Tc\n`;
    [this.#bold, this.#tracking] = [bold, tracking];
    this.#operators += `BT ${decimal(x)} ${decimal(y)} Td\n`;
  }

  #fillWith(colour: Colour): void {
    if (colour === this.#fill) return;
    this.#operators += `${colourOperands(colour)} ${operator(colour, "g", "rg")}\n`;
    this.#fill = colour;
  }
}

/** Greys and sRGB have device colours, which the output intent defines (ISO 19005-3, 6.2.4.3). */
export function operator(colour: Colour, grey: string, rgb: string): string {
  return typeof colour === "number" ? grey : rgb;
}
