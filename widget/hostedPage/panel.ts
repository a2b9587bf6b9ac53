import type { PageSettings } from "./calls/answers.js";
import { failureWords } from "./calls/failureWords.js";
import { type Child, element, icon } from "./element.js";
import type { Phrases } from "./language/phrases.js";
import { wayOut } from "./wayOut.js";

/** What one step shows, and the one thing to do in it. */
export interface StepView {
  readonly heading: string;
  readonly body: readonly Child[];
  readonly primary: {
    readonly label: string;
    /** What the button says while it works. */
    readonly busy: string;
    readonly dangerous?: boolean;
    /** Whether it is the one act that counts. */
    readonly signs?: boolean;
    /** What it throws is told to the signer, and the button stays to try again. */
    run(): Promise<void> | void;
  };
  readonly back?: { run(): void };
  readonly refuse?: { run(): void };
  /** Which step of how many, where they are counted. */
  readonly count?: { readonly step: number; readonly total: number };
  /** What the reading position moves to, where that is not the heading. */
  readonly focus?: HTMLElement;
  /** Stops whatever the step keeps running, e.g. a countdown. */
  leave?(): void;
}

/** The part of the page that says what to do next, with its one primary action within the thumb's reach. */
export class Panel {
  readonly element: HTMLElement;
  readonly #phrases: Phrases;
  readonly #page: Pick<PageSettings, "hide" | "cancel_url">;
  readonly #notice = element("div", { class: "notice-place" });
  readonly #form: HTMLFormElement;
  #view: StepView | undefined;
  #button: HTMLButtonElement | undefined;
  #busy = false;

  constructor(phrases: Phrases, page: Pick<PageSettings, "hide" | "cancel_url">) {
    this.#phrases = phrases;
    this.#page = page;
    this.#form = element("form", {
      class: "panel-form",
      novalidate: true,
      onsubmit: (event) => this.#submit(event),
    });
    this.element = element(
      "section",
      { class: "panel", id: "next", "aria-labelledby": "panel-heading", tabindex: -1 },
      this.#form,
    );
  }

  /** Shows a step. @param focus moves the reading position to it, as a new page would */
  show(view: StepView, focus: boolean): void {
    this.#view?.leave?.();
    this.#view = view;
    this.#busy = false;
    const { primary, refuse } = view;
    this.#button = element(
      "button",
      {
        type: "submit",
        class: ["button-primary", primary.dangerous && "button-dangerous", primary.signs && "button-sign"]
          .filter((kind) => kind)
          .join(" "),
      },
      primary.label,
    );
    const heading = element(
      "h2",
      { id: "panel-heading", class: "panel-heading", tabindex: -1 },
      view.heading,
    );
    this.#notice.replaceChildren();
    this.#form.replaceChildren(
      this.#top(view),
      heading,
      this.#notice,
      element("div", { class: "panel-body" }, ...view.body),
      element(
        "div",
        { class: "actions" },
        this.#button,
        refuse &&
          element(
            "button",
            { type: "button", class: "button-quiet", onclick: () => refuse.run() },
            this.#phrases.say("refuse.link"),
          ),
        // It stands in the header, where there is one.
        this.#page.hide.includes("header") &&
          wayOut(this.#page.cancel_url, this.#phrases.say("page.notNow"), "button-quiet"),
      ),
    );
    if (focus) (view.focus ?? heading).focus({ preventScroll: true });
  }

  /** Tells what went wrong, or something else that matters now; read aloud at once. */
  notify(kind: "failure" | "doubt" | "news", title: string, hint?: string, reference?: string): void {
    this.#notice.replaceChildren(
      element(
        "div",
        { class: `notice notice-${kind}`, role: kind === "news" ? "status" : "alert" },
        icon(kind === "news" ? "check" : "alert"),
        element(
          "div",
          {},
          element("p", { class: "notice-title" }, title),
          hint !== undefined && hint !== "" && element("p", {}, hint),
          reference !== undefined &&
            element("p", { class: "notice-reference" }, this.#phrases.say("page.reference", { reference })),
        ),
      ),
    );
    this.#notice.scrollIntoView({ block: "nearest" });
  }

  /** Tells about a failed call. @param failure what the call threw */
  tell(failure: unknown): void {
    const { title, hint, reference } = failureWords(failure, this.#phrases);
    this.notify("failure", title, hint, reference);
  }

  silence(): void {
    this.#notice.replaceChildren();
  }

  #top(view: StepView): HTMLElement {
    const { back, count } = view;
    return element(
      "div",
      { class: "panel-top" },
      back &&
        element(
          "button",
          { type: "button", class: "button-back", onclick: () => back.run() },
          icon("back"),
          this.#phrases.say("page.back"),
        ),
      count && element("p", { class: "panel-count" }, this.#phrases.say("page.steps", { ...count })),
      count &&
        element(
          "span",
          { class: "panel-progress", "aria-hidden": "true" },
          ...Array.from({ length: count.total }, (_, index) =>
            element("span", { class: index < count.step ? "reached" : "" }),
          ),
        ),
    );
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const view = this.#view;
    const button = this.#button;
    if (view === undefined || button === undefined || this.#busy) return;
    this.#busy = true;
    this.silence();
    const outcome = Promise.resolve().then(() => view.primary.run());
    // Only a wait that can be seen is shown: a step that goes on at once must not flicker.
    const shown = setTimeout(() => this.#showBusy(button, view.primary.busy), 120);
    try {
      await outcome;
    } catch (failure) {
      if (this.#view !== view) return;
      this.tell(failure);
    } finally {
      clearTimeout(shown);
      if (this.#view === view) {
        this.#busy = false;
        button.removeAttribute("aria-disabled");
        button.replaceChildren(view.primary.label);
      }
    }
  }

  #showBusy(button: HTMLButtonElement, words: string): void {
    button.setAttribute("aria-disabled", "true");
    button.replaceChildren(element("span", { class: "spinner", "aria-hidden": "true" }), words);
  }
}
