import { element } from "../../widget/hostedPage/element.js";
import { type ApiClient, ApiError, newOnce } from "../http/client.js";
import type { IssuedCertificate } from "../http/views.js";
import { whileBusy } from "../page/busyButton.js";
import { Dialog } from "../page/dialog.js";
import type { KeyNames } from "../page/keyNames.js";
import { notice } from "../page/notice.js";
import { issuedFile } from "./issuedFile.js";
import { IssueForm } from "./issueForm.js";

/** Asks what a certificate is to be like, has it issued, and hands its file and password over. */
export function issueDialog(
  client: ApiClient,
  keys: KeyNames,
  onIssued: (issued: IssuedCertificate) => void,
): void {
  const dialog = new Dialog();
  const fields = new IssueForm(client, keys);
  const failure = element("div", { class: "notice-place" });
  const submit = element("button", { type: "submit", class: "button-primary" }, "Issue it");
  // One name for the request until something else is asked for: an answer that was lost comes again.
  let once = newOnce();
  const issue = async () => {
    failure.replaceChildren();
    const asked = fields.read();
    if (asked === null) return;
    try {
      const issued = await client.call<IssuedCertificate>("POST", "/v1/client-certificates", asked, once);
      onIssued(issued);
      issuedFile(dialog, issued);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!fields.complain(error)) failure.replaceChildren(notice("failure", error.message));
    }
  };
  const form = element(
    "form",
    {
      class: "stack",
      novalidate: true,
      oninput: () => {
        once = newOnce();
      },
      onsubmit: (event) => {
        event.preventDefault();
        void whileBusy(submit, issue);
      },
    },
    ...fields.views,
    failure,
    element(
      "div",
      { class: "dialog-buttons" },
      element("button", { type: "button", class: "button-second", onclick: () => dialog.close() }, "Cancel"),
      submit,
    ),
  );
  dialog.show("Issue a certificate", [form], fields.first);
}
