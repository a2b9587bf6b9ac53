import { element } from "../element.js";
import type { Phrases } from "../language/phrases.js";
import type { PDFDocumentProxy, PDFPageProxy, RenderTask } from "../vendor/pdfjs/pdf.min.mjs";
import { pdfLibrary } from "./pdfEngine.js";

/** More pixels than this and phones give up the canvas. */
const mostPixels = 8_000_000;

/** One page: a sheet of the right shape, drawn when it comes near and emptied when it is far. */
export class PageView {
  readonly element: HTMLDivElement;
  readonly number: number;
  readonly #document: PDFDocumentProxy;
  readonly #phrases: Phrases;
  /** The page's lower edge: when it comes into view, the page was shown to its end. */
  readonly end = element("div", { class: "sheet-end", "aria-hidden": "true" });
  readonly #surface = element("div", { class: "sheet-surface" });
  #task: RenderTask | undefined;
  #drawnWidth = 0;
  #measured = false;

  constructor(document: PDFDocumentProxy, number: number, name: string, phrases: Phrases) {
    this.#document = document;
    this.number = number;
    this.#phrases = phrases;
    this.element = element(
      "div",
      {
        class: "sheet",
        role: "group",
        "aria-label": phrases.say("documents.pageOf", { page: number, pages: document.numPages, name }),
      },
      this.#surface,
      this.end,
    );
  }

  /** Whether what is drawn is as wide as the sheet is now. */
  get fresh(): boolean {
    return this.#drawnWidth !== 0 && Math.abs(this.#drawnWidth - this.element.clientWidth) <= 1;
  }

  /** Takes the page's own size, in points as it is seen; until then the sheet has the shape it was given. */
  async measure(): Promise<void> {
    if (this.#measured) return;
    const { width, height } = (await this.#document.getPage(this.number)).getViewport({ scale: 1 });
    this.shape(width, height);
    this.#measured = true;
  }

  /** Gives the sheet a shape. @param width in points, as the page is seen */
  shape(width: number, height: number): void {
    this.element.style.setProperty("aspect-ratio", `${width} / ${height}`);
  }

  /** Draws the page at the sheet's present width. What was drawn before stays until the new drawing is complete. */
  async draw(): Promise<void> {
    this.#task?.cancel();
    this.element.setAttribute("aria-busy", "true");
    const width = this.element.clientWidth;
    try {
      await this.#render();
    } catch (failure) {
      if ((failure as Error).name === "RenderingCancelledException") return;
      // A damaged page: the reader is told, and the other pages go on.
      this.#replace(element("p", { class: "sheet-failure" }, this.#phrases.say("documents.pageNotDrawn")));
      this.#drawnWidth = width;
    } finally {
      this.element.removeAttribute("aria-busy");
    }
  }

  async #render(): Promise<void> {
    await this.measure();
    const page = await this.#document.getPage(this.number);
    const width = this.element.clientWidth;
    const inPoints = page.getViewport({ scale: 1 });
    const cssScale = width / inPoints.width;
    const finest = Math.sqrt(mostPixels / (inPoints.width * inPoints.height));
    const viewport = page.getViewport({ scale: Math.min(cssScale * Math.max(1, devicePixelRatio), finest) });
    const canvas = element("canvas", { class: "sheet-canvas", "aria-hidden": "true" });
    canvas.width = Math.max(1, Math.floor(viewport.width));
    canvas.height = Math.max(1, Math.floor(viewport.height));
    const task = page.render({ canvas, viewport });
    this.#task = task;
    await task.promise;
    this.#task = undefined;
    const text = await this.#text(page);
    this.element.style.setProperty("--total-scale-factor", String(cssScale));
    this.#replace(canvas, text);
    this.#drawnWidth = width;
  }

  /** Gives the memory back. */
  release(): void {
    this.#task?.cancel();
    this.#task = undefined;
    this.#drawnWidth = 0;
    this.#replace();
  }

  #replace(...content: readonly Node[]): void {
    // Safari keeps a canvas's memory until it has no pixels.
    for (const canvas of this.#surface.querySelectorAll("canvas")) canvas.width = 0;
    this.#surface.replaceChildren(...content);
  }

  /** The page's words, invisible, over the drawing: to be read aloud, searched and selected. */
  async #text(page: PDFPageProxy): Promise<HTMLElement> {
    const content = await page.getTextContent();
    if (!content.items.some((item) => "str" in item && item.str.trim() !== "")) {
      return element("p", { class: "visually-hidden" }, this.#phrases.say("documents.noText"));
    }
    const { TextLayer } = await pdfLibrary();
    const container = element("div", { class: "sheet-text", lang: content.lang, dir: "ltr" });
    const viewport = page.getViewport({ scale: 1 });
    await new TextLayer({ textContentSource: content, container, viewport }).render();
    return container;
  }
}
