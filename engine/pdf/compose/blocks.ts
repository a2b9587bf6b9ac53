import type { Colour } from "../appearance/colour.js";

/** A text, or one whose parts differ. */
export type Text = string | readonly Run[];

/** A part of a text. A line feed breaks the line; other control characters count as spaces. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  /** A factor of the size of what is around it. */
  readonly size?: number;
  readonly colour?: Colour;
  /** A digest, an identifier, an address: read from the left whatever is around it, and somewhat smaller. */
  readonly code?: boolean;
  /** Isolates the part, such as a name put into a sentence, from what is around it (Unicode Standard Annex #9). */
  readonly direction?: "auto" | "ltr" | "rtl";
  /** A URI, to which the part leads. */
  readonly link?: string;
}

export type Align = "start" | "center" | "end";

/** What a document is made of, from top to bottom. Sizes are factors of the document's. */
export type Block =
  | Heading
  | Paragraph
  | List
  | Fields
  | Table
  | Rule
  | Spacer
  | PageBreak
  | FigureBlock
  | Beside
  | Callout;

/** Bookmarked. A level that was skipped is tagged as the next one, as ISO 14289-1, 7.4 asks for. */
export interface Heading {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3;
  readonly text: Text;
}

export interface Paragraph {
  readonly kind: "paragraph";
  readonly text: Text;
  readonly size?: number;
  readonly colour?: Colour;
  readonly align?: Align;
  /** BCP 47, where it is not the document's. */
  readonly language?: string;
  readonly keepWithNext?: boolean;
}

export interface List {
  readonly kind: "list";
  readonly items: readonly Text[];
  readonly ordered?: boolean;
}

/** Names and their values, side by side. */
export interface Fields {
  readonly kind: "fields";
  readonly rows: ReadonlyArray<{ readonly label: Text; readonly value: Text }>;
  /** The labels' share of the width, 0.3 unless told otherwise. */
  readonly labelWidth?: number;
}

/** The header is repeated on every page; a row is parted only between lines. */
export interface Table {
  readonly kind: "table";
  readonly columns: ReadonlyArray<{ readonly header: Text; readonly width: number; readonly align?: Align }>;
  /** Each with a text for every column. */
  readonly rows: ReadonlyArray<readonly Text[]>;
  /** 0.9 unless told otherwise. */
  readonly size?: number;
  /** What the table shows, for who cannot see it. */
  readonly summary?: string;
}

export interface Rule {
  readonly kind: "rule";
}

export interface Spacer {
  readonly kind: "spacer";
  /** In points. */
  readonly height: number;
}

export interface PageBreak {
  readonly kind: "pageBreak";
}

export interface FigureBlock {
  readonly kind: "figure";
  readonly figure: Figure;
  readonly align?: Align;
}

/** Text at the start side of a figure. */
export interface Beside {
  readonly kind: "beside";
  readonly blocks: readonly Block[];
  readonly figure: Figure;
  /** Between them, in points. */
  readonly gap?: number;
}

/** A tinted box with a bar at its start side. */
export interface Callout {
  readonly kind: "callout";
  readonly tone?: "neutral" | "positive" | "caution" | "negative";
  readonly blocks: readonly Block[];
}

/** A drawing with the text that stands for it (ISO 14289-1, 7.3). Width and height in points. */
export interface Figure {
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly drawing: Drawing;
}

export type Drawing = Modules | Paths;

/** A matrix of squares, row by row, such as a QR code. */
export interface Modules {
  readonly kind: "modules";
  /** True: dark. */
  readonly modules: ReadonlyArray<readonly boolean[]>;
  readonly colour?: Colour;
  /** Modules left blank on every side; 4 unless told otherwise. */
  readonly quiet?: number;
}

/** Shapes in coordinates of their own, which grow to the right and downwards, and are fitted into the figure. */
export interface Paths {
  readonly kind: "paths";
  readonly viewBox: readonly [width: number, height: number];
  readonly paths: readonly Path[];
}

export interface Path {
  readonly d: readonly PathStep[];
  readonly fill?: Colour;
  readonly stroke?: Colour;
  /** 1 unless told otherwise. */
  readonly lineWidth?: number;
}

/** Move, line, curve with two control points, close. */
export type PathStep =
  | readonly ["M", x: number, y: number]
  | readonly ["L", x: number, y: number]
  | readonly ["C", x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | readonly ["Z"];
