import { element, icon } from "../../widget/hostedPage/element.js";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A field with its label, what is said about it, and a place for complaints. */
export class FormField<C extends Control> {
  readonly view: HTMLElement;
  readonly #complaint: HTMLElement;

  constructor(
    readonly control: C,
    label: string,
    hint: string | null = null,
  ) {
    const { id } = control;
    this.#complaint = element("p", { class: "complaint", id: `${id}-complaint` });
    const said = hint === null ? null : element("p", { class: "hint", id: `${id}-hint` }, hint);
    control.setAttribute("aria-describedby", `${hint === null ? "" : `${id}-hint `}${id}-complaint`);
    control.addEventListener("input", () => this.complain(null));
    this.view = element(
      "div",
      { class: "field" },
      element("label", { class: "field-label", for: id }, label),
      control,
      said,
      this.#complaint,
    );
  }

  /** Shows what is wrong with it, and goes there; null: nothing. */
  complain(words: string | null): void {
    this.view.classList.toggle("field-wrong", words !== null);
    if (words === null) {
      this.control.removeAttribute("aria-invalid");
      this.#complaint.replaceChildren();
      return;
    }
    this.control.setAttribute("aria-invalid", "true");
    this.#complaint.replaceChildren(icon("alert"), words);
    this.control.focus();
  }
}
