import { element } from "../../widget/hostedPage/element.js";
import { type ApiClient, ApiError } from "../http/client.js";
import type { ClientCertificate } from "../http/views.js";
import { whileBusy } from "../page/busyButton.js";
import { Dialog } from "../page/dialog.js";
import { notice } from "../page/notice.js";

/** Asks before a certificate is revoked, which nobody can take back. */
export function revokeDialog(
  client: ApiClient,
  { id, name }: ClientCertificate,
  onRevoked: (revoked: ClientCertificate) => void,
): void {
  const dialog = new Dialog();
  const failure = element("div", { class: "notice-place" });
  const revoke = element("button", { type: "button", class: "button-primary button-dangerous" }, "Revoke it");
  const keep = element(
    "button",
    { type: "button", class: "button-second", onclick: () => dialog.close() },
    "Keep it",
  );
  revoke.addEventListener("click", () => {
    void whileBusy(revoke, async () => {
      try {
        const revoked = await client.call<ClientCertificate>("DELETE", `/v1/client-certificates/${id}`);
        dialog.close();
        onRevoked(revoked);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        failure.replaceChildren(notice("failure", error.message));
      }
    });
  });
  dialog.show(
    "Revoke this certificate?",
    [
      element(
        "p",
        {},
        "Whatever comes with ",
        element("strong", {}, element("bdi", {}, name)),
        " is refused from the next call on. This cannot be taken back.",
      ),
      failure,
      element("div", { class: "dialog-buttons" }, keep, revoke),
    ],
    keep,
  );
}
