import { element } from "../../widget/hostedPage/element.js";
import { type ApiClient, ApiError } from "../http/client.js";
import type { AccessRefusal, Page } from "../http/views.js";
import { announce } from "../page/announce.js";
import { whileBusy } from "../page/busyButton.js";
import type { KeyNames } from "../page/keyNames.js";
import { moment } from "../page/times.js";

const reasons: Readonly<Record<string, string>> = {
  certificate_unknown: "It came with a certificate that is not the key's.",
  certificate_expired: "The certificate has ended.",
  certificate_not_yet_valid: "The certificate is not valid yet.",
  certificate_revoked: "The certificate is revoked.",
  address_not_allowed: "The address is not allowed.",
};

/** Who was refused lately, and why. */
export class RefusalsSection {
  readonly #list = element("ul", { class: "rows" });
  readonly #empty = element("p", { class: "empty-line", hidden: true }, "Nobody was refused.");
  readonly #refresh = element(
    "button",
    { type: "button", class: "button-second button-small", onclick: () => void this.#again() },
    "Look again",
    element("span", { class: "visually-hidden" }, " for refused calls"),
  );

  constructor(
    private readonly client: ApiClient,
    private readonly keys: KeyNames,
    private readonly certificates: { nameOf(id: string): string | null },
  ) {}

  readonly view: HTMLElement = element(
    "section",
    { class: "card", "aria-labelledby": "refusals-heading" },
    element(
      "div",
      { class: "card-head" },
      element("h2", { id: "refusals-heading" }, "Refused calls"),
      this.#refresh,
    ),
    element(
      "p",
      { class: "card-lead" },
      "Callers who came with a key or a certificate of yours and were not let in.",
    ),
    this.#empty,
    this.#list,
  );

  /** @throws ApiError */
  async load(): Promise<void> {
    const { data } = await this.client.call<Page<AccessRefusal>>("GET", "/v1/access-refusals?limit=20");
    this.#list.replaceChildren(...data.map((refusal) => this.#row(refusal)));
    this.#empty.hidden = data.length > 0;
  }

  async #again(): Promise<void> {
    await whileBusy(this.#refresh, async () => {
      try {
        await this.load();
        announce("The list of refused calls is up to date.");
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        // Where the key itself was refused, the page has said so by now.
        if (this.view.isConnected) announce(error.message);
      }
    });
  }

  #row({ reason, api_key: key, client_certificate: certificate, refused, first_at, last_at }: AccessRefusal) {
    const name =
      certificate === null ? this.keys.nameOf(key) : (this.certificates.nameOf(certificate) ?? certificate);
    return element(
      "li",
      { class: "row row-refusal" },
      element(
        "div",
        {},
        element("h3", {}, reasons[reason] ?? reason),
        element(
          "p",
          { class: "hint" },
          certificate === null ? "API key " : "Certificate ",
          element("bdi", {}, name),
        ),
      ),
      element(
        "div",
        { class: "row-when" },
        element("p", {}, refused === 1 ? "One call" : `${refused} calls`),
        element(
          "p",
          { class: "hint" },
          refused > 1 && "Last ",
          moment(last_at),
          refused > 1 && ", first ",
          refused > 1 && moment(first_at),
        ),
      ),
    );
  }
}
