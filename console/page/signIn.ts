import { element, icon } from "../../widget/hostedPage/element.js";
import { ApiClient, ApiError } from "../http/client.js";
import { whileBusy } from "./busyButton.js";
import { FormField } from "./formField.js";

/**
 * Asks for an API key: the console knows no members of a tenant yet.
 * @param reason why it is asked for again, if it is
 * @param open tries a key; what it throws is shown beside the field
 */
export function signIn(reason: string | null, open: (key: string) => Promise<void>): HTMLElement {
  const input = element("input", {
    id: "api-key",
    type: "password",
    class: "secret-input",
    autocomplete: "off",
    autocapitalize: "none",
    spellcheck: "false",
    required: true,
    placeholder: "paraph_test_…",
  });
  const field = new FormField(
    input,
    "API key",
    "It needs the scope keys:read, and keys:write to change something.",
  );
  const show = element(
    "button",
    { type: "button", class: "button-second", "aria-pressed": "false", onclick: () => reveal() },
    "Show",
    element("span", { class: "visually-hidden" }, " the API key"),
  );
  const reveal = () => {
    const shown = input.type === "text";
    input.type = shown ? "password" : "text";
    show.setAttribute("aria-pressed", String(!shown));
  };
  const row = element("div", { class: "secret-row" });
  input.replaceWith(row);
  row.append(input, show);
  const button = element("button", { type: "submit", class: "button-primary" }, "Open");
  const submit = async () => {
    const key = input.value.trim();
    if (ApiClient.modeOf(key) === null) {
      field.complain("An API key begins with paraph_test_ or paraph_live_, and has 43 characters more.");
      return;
    }
    try {
      await open(key);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      field.complain(error.message);
    }
  };
  const form = element(
    "form",
    {
      class: "card sign-in",
      onsubmit: (event) => {
        event.preventDefault();
        void whileBusy(button, submit);
      },
    },
    element("h2", {}, "Open with an API key"),
    reason !== null && element("p", { class: "complaint", role: "alert" }, icon("alert"), reason),
    field.view,
    element(
      "p",
      { class: "kept" },
      element("strong", {}, "It stays in this page's memory."),
      " It is not stored in the browser, and goes when you reload the page or close it.",
    ),
    button,
  );
  return form;
}
