import { element } from "../../widget/hostedPage/element.js";
import type { ApiClient, ApiError } from "../http/client.js";
import { FormField } from "../page/formField.js";
import type { KeyNames } from "../page/keyNames.js";

const dayMs = 86_400_000;

/** The fields of a request for a certificate. */
export class IssueForm {
  readonly #name = new FormField(
    element("input", { id: "issue-name", type: "text", autocomplete: "off", maxlength: 200 }),
    "Name",
    "The program or machine that comes with it. It stands in the certificate.",
  );
  readonly #key: FormField<HTMLSelectElement>;
  readonly #end = new FormField(
    element("input", { id: "issue-end", type: "date", min: dateIn(1), max: dateIn(3 * 365 - 1) }),
    "Last day (optional)",
    "In a year if you leave it empty; never after its API key.",
  );
  readonly #keyType = new FormField(
    element(
      "select",
      { id: "issue-key-type" },
      element("option", { value: "ec_p256" }, "ECDSA, P-256"),
      element("option", { value: "rsa_2048" }, "RSA, 2048 bits, for older programs"),
    ),
    "Private key",
  );

  constructor(client: ApiClient, keys: KeyNames) {
    const own = keys.usable.find(({ prefix }) => prefix === client.prefix);
    const others = keys.usable.filter((key) => key !== own);
    const select = element(
      "select",
      { id: "issue-key" },
      element(
        "option",
        { value: "" },
        own === undefined ? "The key you came with" : `${own.name} (the key you came with)`,
      ),
      ...others.map(({ id, name, prefix }) => element("option", { value: id }, `${name} (${prefix}…)`)),
    );
    this.#key = new FormField(
      select,
      "Acts for the API key",
      "It may do what the key may, and ends with it.",
    );
  }

  get views(): readonly HTMLElement[] {
    return [this.#name, this.#key, this.#end, this.#keyType].map(({ view }) => view);
  }

  get first(): HTMLElement {
    return this.#name.control;
  }

  /** The request's body; null where a field is wrong, which then says so. */
  read(): object | null {
    const name = this.#name.control.value.trim();
    if (name === "") {
      this.#name.complain("Give it a name.");
      return null;
    }
    const end = this.#end.control;
    if (!end.validity.valid) {
      this.#end.complain("Choose a day from tomorrow on, within three years.");
      return null;
    }
    return {
      name,
      key_type: this.#keyType.control.value,
      ...(this.#key.control.value !== "" && { api_key: this.#key.control.value }),
      ...(end.value !== "" && { expires_at: `${end.value}T23:59:59Z` }),
    };
  }

  /** Says what the service did not take, beside its field. @returns false where it is about no field of these */
  complain(error: ApiError): boolean {
    const field = { name: this.#name, api_key: this.#key, expires_at: this.#end }[error.param ?? ""];
    field?.complain(error.message);
    return field !== undefined;
  }
}

/** @param days from today @returns as an input of type date has it */
function dateIn(days: number): string {
  return new Date(Date.now() + days * dayMs).toISOString().slice(0, 10);
}
