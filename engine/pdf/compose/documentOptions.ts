import type { Colour } from "../appearance/colour.js";
import type { FontProgram } from "../font/fontProgram.js";
import type { Shaper } from "../shaping/shaper.js";
import type { Block } from "./blocks.js";

/** A document to be composed. Lengths are points, colours sRGB. */
export interface DocumentOptions {
  /** Not empty; what a reader's window shows. */
  readonly title: string;
  /** BCP 47: "en", "pt-BR". Arabic, Hebrew, Persian, Urdu and their like are laid out from right to left. */
  readonly language: string;
  /** Where the language leaves it open, or says it wrongly. */
  readonly direction?: "ltr" | "rtl";
  readonly author?: string;
  readonly subject?: string;
  /** The program on whose behalf it is made. */
  readonly producer?: string;
  /** To the second. */
  readonly created: Date;
  /** The file identifier (ISO 32000-2, 14.4): 16 bytes. Equal arguments give equal bytes. */
  readonly id: Uint8Array;
  /** Parsed once by the caller; the first that has a character draws it. */
  readonly fonts: readonly FontProgram[];
  /** From `loadShaper()`: for Arabic, the scripts of India, Thai and others. */
  readonly shaper?: Shaper;
  /** A4 unless told otherwise. */
  readonly pageSize?: "A4" | "Letter";
  readonly margins?: Margins;
  readonly style?: DocumentStyle;
  /** At the top and the foot of every page; `{page}` and `{pages}` stand for the numbers. */
  readonly header?: Running;
  readonly footer?: Running;
  /** At most 1,000, each with a name of its own. */
  readonly attachments?: readonly Attachment[];
  readonly blocks: readonly Block[];
}

export interface Margins {
  readonly top: number;
  readonly bottom: number;
  /** Left, or right in a document that is laid out from right to left. */
  readonly start: number;
  readonly end: number;
}

export interface DocumentStyle {
  /** Of the text; everything else is sized after it. 9.5 unless told otherwise. */
  readonly size?: number;
  readonly colour?: Colour;
  /** Of headings, rules, links and callouts. */
  readonly accent?: Colour;
}

/** One line, at the start and at the end side of the page. */
export interface Running {
  readonly start?: string;
  readonly end?: string;
}

/** An associated file (ISO 19005-3, 6.8; ISO 32000-2, 14.13). */
export interface Attachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly relationship: "Source" | "Data" | "Alternative" | "Supplement" | "Unspecified";
  readonly description?: string;
}

/** A composed document. */
export interface ComposedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Characters that no font has. They are drawn as U+FFFD or a box; text taken out of the file still has them. */
  readonly missing: readonly string[];
}
