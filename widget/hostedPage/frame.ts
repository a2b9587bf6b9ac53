import type { PageSettings } from "./calls/answers.js";
import { dress } from "./dress.js";
import { element } from "./element.js";
import { offered } from "./language/language.js";
import type { Phrases } from "./language/phrases.js";
import { wayOut } from "./wayOut.js";

/** What stands around every view: who asks for what above, the languages below. */
export class Frame {
  readonly main = element("main", { class: "main" });
  readonly #title = element("bdi", {});
  readonly #asks = element("p", { class: "asks" });
  readonly #mark = element("span", { class: "sender-mark", "aria-hidden": "true" });
  readonly #header: HTMLElement;
  readonly #leave = element("span", { class: "header-end" });
  readonly #footer: HTMLElement;
  readonly #phrases: Phrases;

  constructor(root: HTMLElement, phrases: Phrases) {
    this.#phrases = phrases;
    this.#footer = this.#withLanguages();
    // Not before it is known in which colours: nothing should change its look while it is being looked at.
    this.#footer.hidden = true;
    this.#header = element(
      "header",
      { class: "header", hidden: true },
      this.#mark,
      element("div", { class: "header-words" }, this.#asks, element("h1", { class: "title" }, this.#title)),
      this.#leave,
    );
    root.replaceChildren(
      element("a", { class: "skip", href: "#next", onclick: skip }, phrases.say("page.skip")),
      this.#header,
      this.main,
      this.#footer,
    );
  }

  /** Names the order. @param sender as the signer should see it, or null @param role what they are asked to do */
  name(title: string, sender: string | null, role: string): void {
    const phrases = this.#phrases;
    const asks = role === "approver" ? "page.asksApproval" : role === "copy" ? "page.sendsCopy" : "page.asks";
    this.#header.hidden = false;
    this.#title.textContent = title;
    this.#asks.textContent = sender === null ? phrases.say("page.asksNobody") : phrases.say(asks, { sender });
    // The first letter as people count letters, not as UTF-16 does.
    const [first] = new Intl.Segmenter(phrases.language).segment((sender ?? title).trim());
    this.#mark.textContent = first?.segment.toLocaleUpperCase(phrases.locale) ?? "";
  }

  /** Puts on what the order wants its page to look like. */
  dress({ theme, hide, logo_url }: PageSettings): void {
    dress(theme);
    // Not taken away: the title is the page's first heading, for those who hear it.
    this.#header.classList.toggle("visually-hidden", hide.includes("header"));
    this.#mark.hidden = logo_url !== null && !hide.includes("sidebar");
  }

  /** Shows what stands below, and the way out of an order that is still open. @param page null where none is */
  settle(page: PageSettings | null): void {
    this.#footer.hidden = false;
    const label = this.#phrases.say("page.notNow");
    const shown = page !== null && !page.hide.includes("header");
    const link = shown && wayOut(page.cancel_url, label, "header-leave");
    this.#leave.replaceChildren(...(link ? [link] : []));
  }

  #withLanguages(): HTMLElement {
    const select = element(
      "select",
      {
        id: "language",
        class: "language",
        onchange: (event) => speak((event.target as HTMLSelectElement).value),
      },
      ...offered.map(({ tag, name }) =>
        element("option", { value: tag, lang: tag, selected: tag === this.#phrases.language }, name),
      ),
    );
    return element(
      "footer",
      { class: "footer" },
      element("span", {}, this.#phrases.say("page.madeWith")),
      element(
        "span",
        { class: "language-choice" },
        element("label", { for: "language" }, this.#phrases.say("page.language")),
        select,
      ),
    );
  }
}

/** The address keeps the step, and with it the place in the journey; only the language changes. */
function speak(tag: string): void {
  const address = new URL(location.href);
  address.searchParams.set("lang", tag);
  location.assign(address);
}

/** A jump that leaves the address alone: its fragment names the step. */
function skip(event: Event): void {
  event.preventDefault();
  const next = document.querySelector<HTMLElement>("#next");
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
