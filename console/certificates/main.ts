import { element } from "../../widget/hostedPage/element.js";
import { AddressesSection } from "../addresses/addressesSection.js";
import { ApiClient } from "../http/client.js";
import { announce } from "../page/announce.js";
import { whenIdle } from "../page/idle.js";
import { KeyNames } from "../page/keyNames.js";
import { signIn } from "../page/signIn.js";
import { RefusalsSection } from "../refusals/refusalsSection.js";
import { CertificatesSection } from "./certificatesSection.js";

const place = document.querySelector<HTMLElement>("#console-sections");
const end = document.querySelector<HTMLElement>("#console-session");
const heading = document.querySelector<HTMLElement>("h1");
if (place === null || end === null || heading === null) throw new Error("The page is incomplete");

/** Threat: a page that was left open on a screen. */
const idleMinutes = 15;

let stopWatching = () => {};

/** Forgets the key and what was shown with it. */
function lock(reason: string | null): void {
  stopWatching();
  for (const dialog of document.querySelectorAll("dialog")) dialog.remove();
  end!.replaceChildren();
  announce("");
  place!.replaceChildren(signIn(reason, open));
}

/** Reads all that there is to see with a key, and then shows it. @throws ApiError */
async function open(key: string): Promise<void> {
  let isOpen = false;
  const client = new ApiClient(key, (error) => {
    if (isOpen) lock(error.message);
  });
  const keys = await KeyNames.load(client);
  const certificates = new CertificatesSection(client, keys);
  const refusals = new RefusalsSection(client, keys, certificates);
  const addresses = new AddressesSection(client);
  // Refusals name certificates, once those are known.
  await Promise.all([certificates.load().then(() => refusals.load()), addresses.load()]);
  const sections = [certificates, addresses, refusals];
  isOpen = true;
  place!.replaceChildren(...sections.map(({ view }) => view));
  end!.replaceChildren(
    element(
      "span",
      { class: `badge badge-${client.mode}` },
      client.mode === "test" ? "Test mode" : "Live mode",
    ),
    element("button", { type: "button", class: "button-quiet", onclick: () => lock(null) }, "Forget key"),
  );
  stopWatching = whenIdle(idleMinutes * 60_000, () =>
    lock(`The key was forgotten: nobody used the page for ${idleMinutes} minutes.`),
  );
  heading!.focus();
}

// Threat: browsers keep pages that were left, memory and all, and the way back leads to them.
addEventListener("pagehide", () => lock(null));

lock(null);
