import type { PageView } from "./pageView.js";

/** How many pages are kept drawn at once, however small they are. */
const mostDrawn = 8;
const pauseAfterResize = 150;

/** Draws the pages near the middle of the window, one after the other, and empties those that are far. */
export class PagesInView {
  readonly #views = new Map<Element, PageView>();
  readonly #near = new Set<PageView>();
  readonly #drawn = new Set<PageView>();
  readonly #ends = new Map<Element, PageView>();
  /** Pages whose lower edge is in the window. */
  readonly #ending = new Set<PageView>();
  readonly #onCurrent: (page: PageView) => void;
  readonly #onShown: (page: PageView) => void;
  readonly #approach: IntersectionObserver;
  readonly #arrival: IntersectionObserver;
  #drawing = false;
  #current: PageView | undefined;
  #frame = 0;
  #resized = 0;

  /**
   * @param onCurrent is told which page covers the middle of the window, when that changes
   * @param onShown is told of each page that was drawn and whose lower edge was in the window
   */
  constructor(onCurrent: (page: PageView) => void, onShown: (page: PageView) => void) {
    this.#onCurrent = onCurrent;
    this.#onShown = onShown;
    this.#arrival = new IntersectionObserver((entries) => this.#arrived(entries));
    this.#approach = new IntersectionObserver((entries) => this.#moved(entries), { rootMargin: "75% 0px" });
    window.addEventListener("scroll", () => this.#look(), { passive: true });
    window.addEventListener("resize", () => {
      clearTimeout(this.#resized);
      this.#resized = window.setTimeout(() => this.refresh(), pauseAfterResize);
    });
  }

  watch(page: PageView): void {
    this.#views.set(page.element, page);
    this.#ends.set(page.end, page);
    this.#approach.observe(page.element);
    this.#arrival.observe(page.end);
  }

  forget(page: PageView): void {
    this.#approach.unobserve(page.element);
    this.#arrival.unobserve(page.end);
    this.#views.delete(page.element);
    this.#ends.delete(page.end);
    this.#ending.delete(page);
    this.#near.delete(page);
    this.#drawn.delete(page);
    page.release();
  }

  /** Draws anew what no longer fits its sheet. */
  refresh(): void {
    this.#look();
    void this.#work();
  }

  #moved(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const page = this.#views.get(entry.target);
      if (page === undefined) continue;
      if (entry.isIntersecting) this.#near.add(page);
      else {
        this.#near.delete(page);
        if (this.#drawn.delete(page)) page.release();
      }
    }
    this.refresh();
  }

  #arrived(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const page = this.#ends.get(entry.target);
      if (page === undefined) continue;
      if (entry.isIntersecting) this.#ending.add(page);
      else this.#ending.delete(page);
      this.#check(page);
    }
  }

  #check(page: PageView): void {
    if (page.fresh && this.#ending.has(page)) this.#onShown(page);
  }

  #look(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      const [nearest] = this.#byDistance();
      if (nearest === undefined || nearest === this.#current) return;
      this.#current = nearest;
      this.#onCurrent(nearest);
    });
  }

  #byDistance(): PageView[] {
    const middle = window.innerHeight / 2;
    const distance = (page: PageView) => {
      const { top, bottom } = page.element.getBoundingClientRect();
      return top > middle ? top - middle : Math.max(0, middle - bottom);
    };
    return [...this.#near]
      .map((page) => ({ page, away: distance(page) }))
      .sort((a, b) => a.away - b.away)
      .map(({ page }) => page);
  }

  async #work(): Promise<void> {
    if (this.#drawing) return;
    this.#drawing = true;
    try {
      for (;;) {
        const wanted = this.#byDistance().slice(0, mostDrawn);
        for (const page of [...this.#drawn].filter((drawn) => !wanted.includes(drawn))) {
          this.#drawn.delete(page);
          page.release();
        }
        const next = wanted.find((page) => !page.fresh && page.element.clientWidth > 0);
        if (next === undefined) return;
        this.#drawn.add(next);
        await next.draw();
        this.#check(next);
        // It went out of sight meanwhile.
        if (!this.#near.has(next) && this.#drawn.delete(next)) next.release();
        else if (!next.fresh && next.element.clientWidth > 0 && this.#near.has(next)) await nextFrame();
      }
    } finally {
      this.#drawing = false;
    }
  }
}

function nextFrame(): Promise<unknown> {
  return new Promise((resume) => requestAnimationFrame(resume));
}
