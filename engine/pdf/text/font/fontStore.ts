import { type PdfDict, type PdfObject, PdfStream } from "../../objects.js";
import type { ContentSource } from "../contentSource.js";
import { readCompositeFont } from "./compositeFont.js";
import { readSimpleFont } from "./simpleFont.js";
import type { TextFont } from "./textFont.js";
import { readToUnicode } from "./toUnicode.js";

/** The fonts of a document, each read when it is first used. */
export class FontStore {
  readonly #fonts = new Map<PdfDict, TextFont>();

  constructor(readonly source: ContentSource) {}

  /** @returns undefined when the object is no font dictionary (ISO 32000-2 9.5). @throws EngineError `pdf_limit_exceeded` */
  find(object: PdfObject | undefined): TextFont | undefined {
    const { source } = this;
    const dict = source.dict(object);
    if (dict === undefined) return undefined;
    const known = this.#fonts.get(dict);
    if (known !== undefined) return known;
    const stream = source.resolve(dict.get("ToUnicode"));
    const cmap = stream instanceof PdfStream ? source.decode(stream) : undefined;
    const toUnicode = cmap && readToUnicode(cmap, source.budget);
    const isComposite = source.name(dict.get("Subtype")) === "Type0";
    const font = isComposite
      ? readCompositeFont(source, dict, toUnicode)
      : readSimpleFont(source, dict, toUnicode);
    this.#fonts.set(dict, font);
    return font;
  }
}
