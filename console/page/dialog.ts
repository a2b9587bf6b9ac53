import { type Child, element } from "../../widget/hostedPage/element.js";

/** A window in front of the page. It goes when it is closed, and the focus goes back to where it was. */
export class Dialog {
  readonly #view: HTMLDialogElement;
  readonly #heading = element("h2", { class: "dialog-heading", id: "dialog-heading", tabindex: -1 });
  readonly #body = element("div", { class: "dialog-body" });
  /** Whether it may be closed just now; where it answers no, it has said why. */
  mayClose: () => boolean = () => true;

  constructor() {
    this.#view = element(
      "dialog",
      { class: "dialog", "aria-labelledby": "dialog-heading" },
      this.#heading,
      this.#body,
    );
    this.#view.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.close();
    });
    this.#view.addEventListener("close", () => this.#view.remove());
  }

  /** Puts other contents in. The heading takes the focus, unless `focus` does. */
  show(heading: string, children: readonly Child[], focus?: HTMLElement): void {
    this.#heading.textContent = heading;
    this.#body.replaceChildren(
      ...children.filter((child) => child !== null && child !== undefined && child !== false),
    );
    if (!this.#view.isConnected) {
      document.body.append(this.#view);
      this.#view.showModal();
    }
    (focus ?? this.#heading).focus();
  }

  /** Shows its beginning, where what is most important stands. */
  scrollToTop(): void {
    this.#view.scrollTop = 0;
  }

  close(): void {
    if (this.mayClose()) this.#view.close();
  }
}
