import { element, icon } from "../../widget/hostedPage/element.js";
import type { IssuedCertificate } from "../http/views.js";
import { copyButton } from "../page/copyButton.js";
import type { Dialog } from "../page/dialog.js";
import { notice } from "../page/notice.js";

/** A download that has begun still reads from the address. */
const releaseMs = 60_000;

/** Hands a new certificate's file and password over: this once. It does not go unasked before the file is downloaded. */
export function issuedFile(dialog: Dialog, { name, pkcs12, password }: IssuedCertificate): void {
  const fileName = `${slug(name)}.p12`;
  const address = URL.createObjectURL(new Blob([bytesOf(pkcs12)], { type: "application/x-pkcs12" }));
  let isDownloaded = false;
  let isWarned = false;
  const once = "File and password are shown this once. What is lost is issued anew.";
  const said = element("div", { class: "notice-place" }, notice("doubt", once));
  const download = element(
    "a",
    { class: "button-primary", href: address, download: fileName },
    icon("download"),
    element("span", {}, "Download ", element("bdi", {}, fileName)),
  );
  download.addEventListener("click", () => {
    isDownloaded = true;
    said.replaceChildren(notice("doubt", once));
  });
  const shown = element("code", { class: "password", id: "issued-password", tabindex: 0 }, password);
  const done = element("button", { type: "button", class: "button-second" }, "Done");
  done.addEventListener("click", () => dialog.close());
  dialog.mayClose = () => {
    if (isDownloaded || isWarned) {
      window.setTimeout(() => URL.revokeObjectURL(address), releaseMs);
      return true;
    }
    isWarned = true;
    const words = "You have not downloaded the file. Nobody can make it again; press Done to go without it.";
    said.replaceChildren(notice("failure", words));
    download.focus();
    dialog.scrollToTop();
    return false;
  };
  dialog.show("The certificate is issued", [
    said,
    element("p", {}, download),
    element(
      "div",
      { class: "field" },
      element("span", { class: "field-label", id: "issued-password-label" }, "Its password"),
      element("div", { class: "password-row" }, shown, ...copyButton("password", shown)),
    ),
    element(
      "details",
      { class: "row-details" },
      element("summary", {}, "Try it with curl"),
      element(
        "pre",
        { class: "snippet", tabindex: 0, role: "group", "aria-label": "A curl command" },
        `curl --cert-type P12 --cert ${fileName}:${password} \\\n  https://HOST:MTLS_PORT/v1/orders`,
      ),
    ),
    element("div", { class: "dialog-buttons" }, done),
  ]);
}

function slug(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return words.replace(/^-+|-+$/g, "").slice(0, 60) || "client";
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
