import type { DocumentToRead, Placement } from "../calls/answers.js";
import { element, icon } from "../element.js";
import type { Phrases } from "../language/phrases.js";
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from "../vendor/pdfjs/pdf.min.mjs";
import type { PagesInView } from "./pagesInView.js";
import { PageView } from "./pageView.js";
import { openPdf } from "./pdfEngine.js";
import { type ChosenSignature, PlacementMark } from "./placementMark.js";

/** Up to so many pages are measured at once, so that a jump to a place lands where it should. */
const measuredAtOnce = 120;

export interface DocumentContext {
  readonly phrases: Phrases;
  readonly inView: PagesInView;
  /** A short-lived address of the document, fetched anew when the last one has run out. */
  address(documentId: string, renew: boolean): Promise<string>;
  onChoosePlace(): void;
  /** Whether a document can be had as it was given. */
  readonly canOpen: boolean;
}

/** One document: its name, and its pages one under the other. */
export class DocumentView {
  readonly element: HTMLElement;
  readonly document: DocumentToRead;
  readonly marks: PlacementMark[];
  pageViews: readonly PageView[] = [];
  /** Resolves when the marks are in their places. */
  settled: Promise<void> = Promise.resolve();
  readonly #context: DocumentContext;
  readonly #sheets = element("div", { class: "sheets" });
  #task: PDFDocumentLoadingTask | undefined;

  constructor(document: DocumentToRead, placements: readonly Placement[], context: DocumentContext) {
    const { phrases } = context;
    this.document = document;
    this.#context = context;
    this.marks = placements
      .filter((placement) => placement.document_id === document.id)
      .map((placement) => new PlacementMark(placement, phrases, () => context.onChoosePlace()));
    const headingId = `document-${document.id}`;
    const link = () =>
      element(
        "a",
        {
          class: "document-open",
          target: "_blank",
          rel: "noopener noreferrer",
          href: "#",
          onclick: (event) => this.#open(event),
        },
        icon("external"),
        element("span", { "aria-hidden": "true" }, phrases.say("documents.open")),
        element(
          "span",
          { class: "visually-hidden" },
          phrases.say("documents.openNamed", { name: document.name }),
        ),
      );
    this.element = element(
      "section",
      { class: "document", "aria-labelledby": headingId },
      element(
        "header",
        { class: "document-header" },
        element("h2", { id: headingId, class: "document-name" }, element("bdi", {}, document.name)),
        element(
          "p",
          { class: "document-about" },
          element(
            "span",
            { class: `tag tag-${document.kind}` },
            phrases.say(document.kind === "sign" ? "documents.toSign" : "documents.toKnow"),
          ),
          element("span", {}, phrases.say("documents.pages", { count: document.pages })),
          context.canOpen && link(),
        ),
      ),
      this.#sheets,
    );
    this.#waiting();
  }

  /** Fetches the PDF and lays out its pages; says so in the document's place where that fails. */
  async load(renew = false): Promise<void> {
    this.#waiting();
    try {
      const pdf = await this.#fetched(renew);
      await this.#layOut(pdf);
    } catch {
      this.#notLoaded();
    }
  }

  /** Shows a signature in the places for one, or none. */
  showSignature(signature: ChosenSignature | undefined): void {
    for (const mark of this.marks) mark.show(signature);
  }

  async #fetched(renew: boolean): Promise<PDFDocumentProxy> {
    const open = async (again: boolean) => {
      // Not waited for: a worker that died never answers.
      this.#task?.destroy().catch(() => undefined);
      const { task, document } = await openPdf(await this.#context.address(this.document.id, again));
      this.#task = task;
      return document;
    };
    // A link may have run out between its making and its use: one more try, with a new one.
    return open(renew).catch(() => open(true));
  }

  async #layOut(pdf: PDFDocumentProxy): Promise<void> {
    const { inView, phrases } = this.#context;
    for (const page of this.pageViews) inView.forget(page);
    const first = (await pdf.getPage(1)).getViewport({ scale: 1 });
    const pages = Array.from(
      { length: pdf.numPages },
      (_, index) => new PageView(pdf, index + 1, this.document.name, phrases),
    );
    for (const page of pages) page.shape(first.width, first.height);
    this.pageViews = pages;
    this.#sheets.replaceChildren(...pages.map((page) => page.element));
    for (const page of pages) inView.watch(page);
    this.settled = this.#settle(pdf, pages);
  }

  /** Once pages are in sight: puts the marks in their places, and gives the other sheets their own shape. */
  async #settle(pdf: PDFDocumentProxy, pages: readonly PageView[]): Promise<void> {
    for (const mark of this.marks) {
      const page = pages[mark.placement.page - 1];
      if (page === undefined) continue;
      mark.layOver((await pdf.getPage(page.number)).getViewport({ scale: 1 }));
      page.element.append(mark.element);
    }
    // A page that cannot be measured says so when it is drawn.
    await Promise.allSettled(pages.slice(0, measuredAtOnce).map((page) => page.measure()));
  }

  #waiting(): void {
    this.#sheets.replaceChildren(
      element(
        "div",
        { class: "sheet sheet-waiting", role: "status" },
        element(
          "span",
          { class: "visually-hidden" },
          this.#context.phrases.say("documents.loading", { name: this.document.name }),
        ),
      ),
    );
  }

  #notLoaded(): void {
    const { phrases, canOpen } = this.#context;
    this.#sheets.replaceChildren(
      element(
        "div",
        { class: "sheet sheet-not-loaded", role: "alert" },
        element("p", { class: "sheet-failure-title" }, phrases.say("documents.notLoaded")),
        element("p", {}, phrases.say(canOpen ? "documents.notLoadedHint" : "failure.noAnswerHint")),
        element(
          "button",
          { type: "button", class: "button-second", onclick: () => void this.load(true) },
          phrases.say("page.tryAgain"),
        ),
      ),
    );
  }

  /** The link in the page may be older than the address lives: a fresh one is fetched before the tab goes there. */
  #open(event: Event): void {
    event.preventDefault();
    // Opened at once: after a wait the browser would take it for an unwanted window.
    const tab = window.open("", "_blank");
    if (tab !== null) tab.opener = null;
    this.#context.address(this.document.id, false).then(
      (address) => (tab ?? window).location.assign(address),
      () => tab?.close(),
    );
  }
}
