import type { PdfDocument } from "./document.js";
import { asDict, PdfRef } from "./objects.js";
import { describePage, type PdfPage } from "./page.js";
import { type PageLeaf, walkPages } from "./pageTree.js";
import { ValueReader } from "./valueReader.js";

export interface NumberedPage {
  readonly page: PdfPage;
  /** 1 for the first. */
  readonly number: number;
}

/** The pages of a document by what they are and by what is on them. */
export class PageIndex {
  readonly #leaves = new Map<number, { leaf: PageLeaf; number: number }>();
  #annotated: Map<number, number> | undefined;

  /** @throws EngineError `pdf_damaged`, `pdf_limit_exceeded` */
  constructor(readonly document: PdfDocument) {
    let number = 0;
    for (const leaf of walkPages(document)) {
      number++;
      if (!this.#leaves.has(leaf.ref.num)) this.#leaves.set(leaf.ref.num, { leaf, number });
    }
  }

  /**
   * The page that a widget annotation is on: the one that its /P names (ISO 32000-2 Table 166) where that is a page, else
   * the first whose /Annots has it.
   * @returns undefined when it is on none
   */
  pageOf(widget: PdfRef): NumberedPage | undefined {
    const named = asDict(this.document.resolve(widget))?.get("P");
    const num = named instanceof PdfRef && this.#leaves.has(named.num) ? named.num : this.#pageWith(widget);
    const found = num === undefined ? undefined : this.#leaves.get(num);
    if (found === undefined) return undefined;
    const { ref, inherited } = found.leaf;
    const dict = asDict(this.document.resolve(ref));
    return dict && { page: describePage(this.document, ref, dict, inherited), number: found.number };
  }

  #pageWith(widget: PdfRef): number | undefined {
    this.#annotated ??= this.#annotations();
    return this.#annotated.get(widget.num);
  }

  /** The page of each annotation, both by object number. */
  #annotations(): Map<number, number> {
    const pages = new Map<number, number>();
    const values = new ValueReader(this.document);
    for (const num of this.#leaves.keys()) {
      const page = asDict(this.document.resolve(this.#leaves.get(num)!.leaf.ref));
      for (const annotation of values.elements(page?.get("Annots"))) {
        if (annotation instanceof PdfRef && !pages.has(annotation.num)) pages.set(annotation.num, num);
      }
    }
    return pages;
  }
}
