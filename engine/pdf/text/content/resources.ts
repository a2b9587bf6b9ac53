import { type PdfDict, type PdfObject, PdfStream } from "../../objects.js";
import type { ContentSource } from "../contentSource.js";
import type { FontStore } from "../font/fontStore.js";
import type { TextFont } from "../font/textFont.js";

/** What content refers to by name (ISO 32000-2 7.8.3). Each name is looked up once. */
export class Resources {
  readonly #fonts = new Map<string, TextFont | undefined>();
  readonly #forms = new Map<string, PdfStream | undefined>();

  constructor(
    readonly source: ContentSource,
    readonly fonts: FontStore,
    readonly dict: PdfDict | undefined,
  ) {}

  font(name: string): TextFont | undefined {
    if (!this.#fonts.has(name)) this.#fonts.set(name, this.fonts.find(this.#entry("Font", name)));
    return this.#fonts.get(name);
  }

  /** A form XObject; undefined for an image and for what does not exist. */
  form(name: string): PdfStream | undefined {
    if (!this.#forms.has(name)) {
      const object = this.source.resolve(this.#entry("XObject", name));
      const isForm = object instanceof PdfStream && this.source.name(object.dict.get("Subtype")) === "Form";
      this.#forms.set(name, isForm ? object : undefined);
    }
    return this.#forms.get(name);
  }

  /** The font and its size that a graphics state parameter dictionary sets (8.4.5). */
  stateFont(name: string): { font: TextFont | undefined; size: number } | undefined {
    const state = this.source.dict(this.#entry("ExtGState", name));
    const [font, size] = this.source.array(state?.get("Font")) ?? [];
    return font === undefined
      ? undefined
      : { font: this.fonts.find(font), size: this.source.number(size) ?? 0 };
  }

  /** A property list of marked content (14.6.2). */
  properties(name: string): PdfDict | undefined {
    return this.source.dict(this.#entry("Properties", name));
  }

  #entry(category: string, name: string): PdfObject | undefined {
    return this.source.dict(this.dict?.get(category))?.get(name);
  }
}
