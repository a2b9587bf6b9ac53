import type { DocumentToRead, Placement } from "../calls/answers.js";
import { element, icon } from "../element.js";
import type { Phrases } from "../language/phrases.js";
import { type DocumentContext, DocumentView } from "./documentView.js";
import { PagesInView } from "./pagesInView.js";
import type { PageView } from "./pageView.js";
import type { ChosenSignature, PlacementMark } from "./placementMark.js";

const zooms = [1, 1.5, 2, 3] as const;

/** Where the reader is: which page of which document. */
export interface ReadingPlace {
  readonly document: string;
  readonly page: number;
  readonly pages: number;
}

/** All documents, to be read in one go. */
export class DocumentsSection {
  readonly element: HTMLElement;
  readonly views: readonly DocumentView[];
  readonly #inView: PagesInView;
  readonly #scroller = element("div", { class: "documents-scroller" });
  readonly #buttons: { smaller: HTMLButtonElement; larger: HTMLButtonElement };
  #zoom = 0;

  constructor(
    documents: readonly DocumentToRead[],
    placements: readonly Placement[],
    context: Omit<DocumentContext, "inView">,
    onPlace: (place: ReadingPlace) => void,
    onShown: (documentId: string, page: number) => void,
  ) {
    const { phrases } = context;
    const viewOf = (page: PageView) => this.views.find(({ pageViews }) => pageViews.includes(page));
    this.#inView = new PagesInView(
      (page) => {
        const view = viewOf(page);
        if (view === undefined) return;
        onPlace({ document: view.document.name, page: page.number, pages: view.pageViews.length });
      },
      (page) => {
        const view = viewOf(page);
        if (view !== undefined) onShown(view.document.id, page.number);
      },
    );
    this.views = documents.map(
      (document) => new DocumentView(document, placements, { ...context, inView: this.#inView }),
    );
    this.#buttons = {
      smaller: this.#button(phrases, "documents.smaller", "minus", -1),
      larger: this.#button(phrases, "documents.larger", "plus", 1),
    };
    this.#scroller.append(...this.views.map((view) => view.element));
    this.element = element(
      "section",
      { class: "documents", "aria-label": phrases.say("documents.heading") },
      element(
        "div",
        { class: "desk" },
        this.#scroller,
        element("div", { class: "zoom" }, this.#buttons.smaller, this.#buttons.larger),
      ),
    );
    this.#zoomBy(0);
  }

  /** Loads the documents one after the other, the first one first. */
  async load(): Promise<void> {
    for (const view of this.views) await view.load();
  }

  showSignature(signature: ChosenSignature | undefined): void {
    for (const view of this.views) view.showSignature(signature);
  }

  /** Shows what was filled in. @param values by the place's id */
  showValues(values: Readonly<Record<string, string>>): void {
    for (const { marks } of this.views) for (const mark of marks) mark.fill(values[mark.placement.id]);
  }

  /** Brings the end of a page to the lower edge of the window. @param page counted from 1 */
  showPage(documentId: string, page: number): void {
    const view = this.views.find(({ document }) => document.id === documentId);
    view?.pageViews[page - 1]?.end.scrollIntoView({ block: "center", behavior: "instant" });
  }

  /** The places for a signature, in the order of the documents. */
  get signaturePlaces(): readonly PlacementMark[] {
    return this.views.flatMap(({ marks }) => marks).filter(({ placement }) => placement.kind === "signature");
  }

  /** Brings the first place for a signature to the middle of the window and the focus to it. */
  async showPlace(): Promise<void> {
    await Promise.allSettled(this.views.map(({ settled }) => settled));
    const first = this.signaturePlaces.find(({ element: mark }) => mark.isConnected);
    if (first === undefined) return;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    first.element.scrollIntoView({
      block: "center",
      inline: "center",
      behavior: calm ? "instant" : "smooth",
    });
    first.element.focus({ preventScroll: true });
  }

  #button(
    phrases: Phrases,
    key: "documents.smaller" | "documents.larger",
    name: "minus" | "plus",
    steps: number,
  ): HTMLButtonElement {
    return element(
      "button",
      {
        type: "button",
        class: "button-icon",
        "aria-label": phrases.say(key),
        title: phrases.say(key),
        onclick: () => this.#zoomBy(steps),
      },
      icon(name),
    );
  }

  #zoomBy(steps: number): void {
    this.#zoom = Math.min(zooms.length - 1, Math.max(0, this.#zoom + steps));
    const factor = zooms[this.#zoom] ?? 1;
    this.#scroller.style.setProperty("--zoom", String(factor));
    // A region that scrolls sideways must be reachable by keyboard.
    if (factor > 1) this.#scroller.setAttribute("tabindex", "0");
    else this.#scroller.removeAttribute("tabindex");
    this.#buttons.smaller.setAttribute("aria-disabled", String(this.#zoom === 0));
    this.#buttons.larger.setAttribute("aria-disabled", String(this.#zoom === zooms.length - 1));
    this.#inView.refresh();
  }
}
