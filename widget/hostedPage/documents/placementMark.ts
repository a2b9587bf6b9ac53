import type { Placement } from "../calls/answers.js";
import { element } from "../element.js";
import type { Phrases } from "../language/phrases.js";

/** What the signer has chosen as a signature: a name, or a transparent PNG in base64. */
export type ChosenSignature =
  | { readonly kind: "typed"; readonly name: string }
  | { readonly kind: "drawn"; readonly png: string };

/** @returns the signature as it will look, for a mark on the page or a preview */
export function signatureLikeness(signature: ChosenSignature, description: string): HTMLElement {
  return signature.kind === "typed"
    ? element("span", { class: "likeness likeness-typed" }, signature.name)
    : element("img", {
        class: "likeness likeness-drawn",
        src: `data:image/png;base64,${signature.png}`,
        alt: description,
      });
}

/** A place on a page where the signer signs, or where something is filled in when they do. */
export class PlacementMark {
  readonly element: HTMLElement;
  readonly placement: Placement;
  readonly #phrases: Phrases;
  #value: string | null;

  /** @param onChoose runs when the signer touches a place for a signature */
  constructor(placement: Placement, phrases: Phrases, onChoose: () => void) {
    this.placement = placement;
    this.#phrases = phrases;
    this.#value = placement.value;
    this.element =
      placement.kind === "signature"
        ? element("button", { type: "button", class: "place place-signature", onclick: onChoose })
        : element("div", { class: "place place-filled", role: "note" });
    this.show(undefined);
  }

  /** Lays the mark over its page. @param page the page's size in points, as it is seen */
  layOver(page: { width: number; height: number }): void {
    const share = (part: number, whole: number) => `${(100 * part) / whole}%`;
    const { style } = this.element;
    // Physical sides: a place on a page does not change sides with the reader's language.
    style.setProperty("left", share(this.placement.x, page.width));
    style.setProperty("top", share(this.placement.y, page.height));
    style.setProperty("width", share(this.placement.w, page.width));
    style.setProperty("height", share(this.placement.h, page.height));
  }

  /** Shows what stands in a place that is filled in. @param value as the server takes it; undefined leaves it as it is */
  fill(value: string | undefined): void {
    if (value === undefined || this.placement.kind === "signature") return;
    this.#value = value === "" ? null : value;
    this.show(undefined);
  }

  /** @param signature what to show in the place; nothing yet where undefined */
  show(signature: ChosenSignature | undefined): void {
    const what = this.#what(signature);
    const { kind, own_appearance: own } = this.placement;
    const ink = kind === "signature" && !own ? signature : undefined;
    // Who speaks to the page says what is seen: the name must hold it (WCAG 2.5.3).
    const seen = ink?.kind === "typed" ? `${what}: ${ink.name}` : what;
    this.element.setAttribute(
      "aria-label",
      this.#phrases.say("place.named", { what: seen, page: this.placement.page }),
    );
    this.element.classList.toggle("place-taken", signature !== undefined);
    this.element.replaceChildren(
      ink !== undefined
        ? signatureLikeness(ink, "")
        : element("span", { class: "place-label" }, this.#seen(what)),
    );
  }

  #what(signature: ChosenSignature | undefined): string {
    if (this.placement.kind === "signature") {
      return this.#phrases.say(signature === undefined ? "place.sign" : "place.signed");
    }
    const filled = this.#filled();
    const { label, kind } = this.placement;
    if (filled !== null) return filled;
    if (label !== null && label !== "") return label;
    return this.#phrases.say(`place.${kind}`);
  }

  /** What stands in the place; a box to tick is too small for words. */
  #seen(what: string): string {
    return this.placement.kind === "checkbox" ? (this.#filled() ?? "") : what;
  }

  #filled(): string | null {
    if (this.placement.kind !== "checkbox") return this.#value;
    return this.#value === "true" ? "✓" : null;
  }
}
