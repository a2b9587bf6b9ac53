import { element } from "../../widget/hostedPage/element.js";
import { type ApiClient, ApiError } from "../http/client.js";
import type { AllowedAddresses } from "../http/views.js";
import { announce } from "../page/announce.js";
import { whileBusy } from "../page/busyButton.js";
import { FormField } from "../page/formField.js";
import { notice } from "../page/notice.js";

const path = "/v1/allowed-addresses";

/** From where callers of the key's mode may come. */
export class AddressesSection {
  readonly #field = new FormField(
    element("textarea", { id: "ranges", rows: 4, spellcheck: "false", autocapitalize: "none", dir: "ltr" }),
    "Addresses and ranges, one a line",
    "IPv4 and IPv6, as in 203.0.113.7 or 2001:db8::/48. Empty: from anywhere.",
  );
  #isLimited = false;
  readonly #own = element("p", { class: "hint" });
  readonly #answer = element("div", { class: "notice-place" });
  readonly #save = element("button", { type: "submit", class: "button-primary" }, "Save");

  constructor(private readonly client: ApiClient) {}

  readonly view: HTMLElement = element(
    "section",
    { class: "card", "aria-labelledby": "addresses-heading" },
    element("h2", { id: "addresses-heading" }, "Allowed addresses"),
    element(
      "p",
      { class: "card-lead" },
      "Whoever calls from another address is refused, with a key and with a certificate alike.",
    ),
    element(
      "form",
      {
        class: "stack",
        novalidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          void whileBusy(this.#save, () => this.#store(false));
        },
      },
      this.#field.view,
      this.#own,
      this.#answer,
      element("div", { class: "buttons" }, this.#save),
    ),
  );

  /** @throws ApiError */
  async load(): Promise<void> {
    this.#show(await this.client.call<AllowedAddresses>("GET", path));
  }

  #show({ ranges, your_address: own }: AllowedAddresses): void {
    this.#isLimited = ranges.length > 0;
    this.#field.control.value = ranges.join("\n");
    this.#answer.replaceChildren();
    if (own === null) {
      this.#own.replaceChildren();
      return;
    }
    const add = element(
      "button",
      { type: "button", class: "button-link", onclick: () => this.#add(own) },
      "Add it",
    );
    this.#own.replaceChildren("You call from ", element("code", { dir: "ltr" }, own), ". ", add);
  }

  get #ranges(): string[] {
    return this.#field.control.value.split(/[\s,]+/).filter((range) => range !== "");
  }

  #add(address: string): void {
    const ranges = this.#ranges;
    if (!ranges.includes(address)) this.#field.control.value = [...ranges, address].join("\n");
    this.#field.complain(null);
    this.#field.control.focus();
  }

  async #store(force: boolean): Promise<void> {
    this.#answer.replaceChildren();
    const ranges = this.#ranges;
    if (ranges.length === 0 && this.#isLimited && !force) {
      this.#ask("Without any, callers may come from anywhere.");
      return;
    }
    try {
      const stored =
        ranges.length === 0
          ? await this.client.call<AllowedAddresses>("DELETE", path)
          : await this.client.call<AllowedAddresses>("PUT", path, { ranges, ...(force && { force }) });
      this.#show(stored);
      this.#answer.replaceChildren(notice("news", savedWords(stored)));
      announce(savedWords(stored));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      this.#refused(error);
    }
  }

  #refused(error: ApiError): void {
    const [, index] = /^ranges\[(\d+)\]$/.exec(error.param ?? "") ?? [];
    if (index !== undefined) {
      this.#field.complain(`Line ${Number(index) + 1}: ${error.message}`);
      return;
    }
    const leavesOut = error.param === "ranges" && this.#ranges.length > 0;
    if (leavesOut) {
      this.#ask("Your own address is not among these: you would be locked out at once, here as well.");
    } else {
      this.#answer.replaceChildren(notice("failure", error.message));
    }
  }

  /** Whether it is meant. */
  #ask(words: string): void {
    const anyway = element("button", { type: "button", class: "button-second" }, "Save it all the same");
    anyway.addEventListener("click", () => void whileBusy(anyway, () => this.#store(true)));
    this.#answer.replaceChildren(notice("failure", words), anyway);
  }
}

function savedWords({ ranges }: AllowedAddresses): string {
  return ranges.length === 0
    ? "Saved: callers may come from anywhere."
    : "Saved: callers may come from these only.";
}
