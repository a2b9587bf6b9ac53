import { EngineError } from "../error.js";
import { damaged, limitExceeded } from "./damage.js";
import type { PdfDocument } from "./document.js";
import { asArray, asCount, asDict, type PdfDict, type PdfObject, PdfRef } from "./objects.js";
import { describePage, type InheritedAttributes, inherit, type PdfPage } from "./page.js";

const NOTHING_INHERITED: InheritedAttributes = { mediaBox: undefined, cropBox: undefined, rotate: undefined };

/**
 * How many pages the document has: as the page tree's root says (/Count, ISO 32000-2 7.7.3.2), but no more than can be
 * found, so that each number up to this one is a page.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded` when there are more than limits.maxPages
 */
export function countPages(document: PdfDocument): number {
  const root = pageTreeRoot(document);
  const { maxPages } = document.limits;
  const declared = declaredCount(document, root);
  if (declared > maxPages && declared < Number.POSITIVE_INFINITY) throw tooManyPages(maxPages);
  const last = Math.min(declared, maxPages + 1) - 1;
  const found = new PageWalk(document).find(root, last, NOTHING_INHERITED, 0);
  const count = typeof found === "number" ? last - found : last + 1;
  if (count > maxPages) throw tooManyPages(maxPages);
  return count;
}

/**
 * Finds a page.
 * @param pageNumber 1 for the first
 * @throws EngineError `pdf_page_out_of_range`, `pdf_damaged`, `pdf_limit_exceeded`
 */
export function findPage(document: PdfDocument, pageNumber: number): PdfPage {
  const root = pageTreeRoot(document);
  if (Number.isSafeInteger(pageNumber) && pageNumber >= 1 && pageNumber <= declaredCount(document, root)) {
    const page = new PageWalk(document).find(root, pageNumber - 1, NOTHING_INHERITED, 0);
    if (typeof page !== "number") return page;
  }
  throw outOfRange(document, pageNumber);
}

/** A page as the tree has it, not read yet. */
export interface PageLeaf {
  readonly ref: PdfRef;
  readonly inherited: InheritedAttributes;
}

/**
 * Walks over all pages in order, as findPage() numbers them; pages are not parsed.
 * @throws EngineError `pdf_damaged`, `pdf_limit_exceeded`
 */
export function* walkPages(document: PdfDocument): Generator<PageLeaf> {
  const root = pageTreeRoot(document);
  const { maxPages } = document.limits;
  let left = Math.min(declaredCount(document, root), maxPages);
  for (const leaf of new PageWalk(document).leaves(root, NOTHING_INHERITED, 0)) {
    if (left-- <= 0) return;
    yield leaf;
  }
}

/** The root's /Count: readers show no page beyond it. Infinity where it has none that makes sense. */
function declaredCount(document: PdfDocument, root: PdfDict): number {
  return asCount(document.resolve(root.get("Count"))) || Number.POSITIVE_INFINITY;
}

function tooManyPages(maxPages: number): EngineError {
  return limitExceeded(`more than ${maxPages} pages`, "maxPages", maxPages);
}

function outOfRange(document: PdfDocument, pageNumber: number): EngineError {
  const count = countPages(document);
  return new EngineError(
    "pdf_page_out_of_range",
    `Page ${pageNumber} does not exist: the PDF has ${count} pages.`,
  );
}

function pageTreeRoot(document: PdfDocument): PdfDict {
  const root = asDict(document.resolve(document.catalog.get("Pages")));
  if (root === undefined) throw damaged("its catalog has no page tree", document.xref.newest.trailerAt);
  return root;
}

/** One walk over the page tree, each node at most once and no deeper than limits allow. */
class PageWalk {
  readonly #seen = new Set<number>();
  #visited = 0;

  constructor(readonly document: PdfDocument) {}

  /**
   * @param index of the page below this node, 0 for its first
   * @returns the page, or what is left of the index behind the last page of this node
   */
  find(node: PdfDict, index: number, inherited: InheritedAttributes, depth: number): PdfPage | number {
    const { document } = this;
    const own = inherit(node, inherited);
    let left = index;
    for (const kid of this.#kids(node, depth)) {
      const isNode = this.#isNode(kid);
      if (isNode === undefined || (!isNode && left-- > 0)) continue;
      const dict = asDict(document.resolve(kid));
      if (dict === undefined)
        throw damaged("a page tree node is no dictionary", document.xref.newest.trailerAt);
      if (!isNode) return this.#page(kid, dict, own);
      this.#enter(kid);
      const count = asCount(document.resolve(dict.get("Count")));
      if (count !== undefined && count <= left) {
        left -= count;
        continue;
      }
      const found = this.find(dict, left, own, depth + 1);
      if (typeof found !== "number") return found;
      left = found;
    }
    return left;
  }

  /** All pages below a node that are objects of their own. */
  *leaves(node: PdfDict, inherited: InheritedAttributes, depth: number): Generator<PageLeaf> {
    const own = inherit(node, inherited);
    for (const kid of this.#kids(node, depth)) {
      const isNode = this.#isNode(kid);
      const dict = isNode ? asDict(this.document.resolve(kid)) : undefined;
      if (dict !== undefined) {
        this.#enter(kid);
        yield* this.leaves(dict, own, depth + 1);
      } else if (isNode === false && kid instanceof PdfRef) yield { ref: kid, inherited: own };
    }
  }

  *#kids(node: PdfDict, depth: number): Generator<PdfObject> {
    const { maxDepth, maxPages } = this.document.limits;
    if (depth > maxDepth) throw limitExceeded("a page tree nested too deep", "maxDepth", maxDepth);
    for (const kid of asArray(this.document.resolve(node.get("Kids"))) ?? []) {
      if (++this.#visited > 2 * maxPages)
        throw limitExceeded("too many page tree nodes", "maxPages", maxPages);
      yield kid;
    }
  }

  /** Whether a kid has pages below it; undefined when it is no dictionary. */
  #isNode(kid: PdfObject): boolean | undefined {
    return kid instanceof PdfRef ? this.document.isInnerPageNode(kid) : asDict(kid)?.has("Kids");
  }

  #page(kid: PdfObject, dict: PdfDict, inherited: InheritedAttributes): PdfPage {
    if (!(kid instanceof PdfRef))
      throw damaged("a page is no indirect object", this.document.xref.newest.trailerAt);
    return describePage(this.document, kid, dict, inherited);
  }

  #enter(kid: PdfObject): void {
    if (!(kid instanceof PdfRef)) return;
    if (this.#seen.has(kid.num)) throw damaged("its page tree has a circle", this.document.placeOf(kid));
    this.#seen.add(kid.num);
  }
}
