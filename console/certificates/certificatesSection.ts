import { element, icon } from "../../widget/hostedPage/element.js";
import { type ApiClient, ApiError } from "../http/client.js";
import type { ClientCertificate, Page } from "../http/views.js";
import { announce } from "../page/announce.js";
import { whileBusy } from "../page/busyButton.js";
import type { KeyNames } from "../page/keyNames.js";
import { certificateRow } from "./certificateRow.js";
import { issueDialog } from "./issueDialog.js";
import { revokeDialog } from "./revokeDialog.js";

const pageSize = 20;

/** The certificates of the key's mode, newest first; issues and revokes. */
export class CertificatesSection {
  readonly #list = element("ul", { class: "rows" });
  readonly #empty = element(
    "div",
    { class: "empty", hidden: true },
    element("p", { class: "empty-title" }, "No certificate yet."),
    element("p", {}, "Issue one for each program or machine, so that each can be revoked by itself."),
  );
  readonly #more = element(
    "button",
    { type: "button", class: "button-second", hidden: true, onclick: () => void this.#showMore() },
    "Show older ones",
  );
  #shown: ClientCertificate[] = [];
  #cursor: string | null = null;

  constructor(
    private readonly client: ApiClient,
    private readonly keys: KeyNames,
  ) {}

  readonly view: HTMLElement = element(
    "section",
    { class: "card", "aria-labelledby": "certificates-heading" },
    element(
      "div",
      { class: "card-head" },
      element("h2", { id: "certificates-heading" }, "Certificates"),
      element(
        "button",
        { type: "button", class: "button-primary", onclick: () => this.#issue() },
        icon("plus"),
        "Issue a certificate",
      ),
    ),
    this.#empty,
    this.#list,
    this.#more,
  );

  /** Reads the first page. @throws ApiError */
  async load(): Promise<void> {
    this.#shown = [];
    this.#cursor = null;
    await this.#readPage();
  }

  /** What a certificate is called, as far as it is shown. */
  nameOf(id: string): string | null {
    return this.#shown.find((one) => one.id === id)?.name ?? null;
  }

  async #readPage(): Promise<void> {
    const from = this.#cursor === null ? "" : `&cursor=${this.#cursor}`;
    const path = `/v1/client-certificates?limit=${pageSize}${from}`;
    const { data, next_cursor: next } = await this.client.call<Page<ClientCertificate>>("GET", path);
    this.#shown.push(...data);
    this.#cursor = next;
    this.#render();
  }

  async #showMore(): Promise<void> {
    const first = this.#shown.length;
    await whileBusy(this.#more, async () => {
      await this.#readPage().catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        announce(error.message);
      });
    });
    // The button may be gone: whoever goes by keyboard goes on with what came.
    this.#list.children[first]?.querySelector("summary")?.focus();
  }

  #render(): void {
    const rows = this.#shown.map((certificate) =>
      certificateRow(certificate, this.keys, () => this.#revoke(certificate)),
    );
    this.#list.replaceChildren(...rows);
    this.#empty.hidden = rows.length > 0;
    this.#more.hidden = this.#cursor === null;
  }

  #issue(): void {
    issueDialog(this.client, this.keys, (issued) => {
      this.#shown.unshift(issued);
      this.#render();
    });
  }

  #revoke(certificate: ClientCertificate): void {
    revokeDialog(this.client, certificate, (revoked) => {
      this.#shown = this.#shown.map((one) => (one.id === revoked.id ? revoked : one));
      this.#render();
      announce(`“${revoked.name}” is revoked.`);
    });
  }
}
