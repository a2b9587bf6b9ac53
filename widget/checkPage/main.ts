import { hashOf } from "./hashOf.js";
import { knownVersions, versionsOf } from "./knownVersions.js";
import { pointOut, sentenceFor, tell, verdictView } from "./verdictView.js";

const comparison = document.querySelector<HTMLElement>("#comparison");
const chooser = document.querySelector<HTMLInputElement>("#file");
const verdicts = document.querySelector<HTMLElement>("#verdicts");
const byHand = document.querySelector<HTMLDetailsElement>("#by-hand");
const insecure = document.querySelector<HTMLElement>("#insecure");

/** Files that are compared at once: each is in memory while it is. */
const mostFiles = 20;

/** Said by the server, in the page's language. */
const said = comparison?.dataset ?? {};
const versions = comparison ? knownVersions() : [];
const sizes = new Set(versions.map(({ bytes }) => bytes));
/** Only the last choice's verdicts are shown. */
let choice = 0;

async function compare(files: readonly File[]): Promise<void> {
  choice += 1;
  const mine = choice;
  for (const { row } of versions) row.classList.remove("matched");
  const views = files.slice(0, mostFiles).map((file) => ({ file, view: verdictView(file) }));
  verdicts?.replaceChildren(...views.map(({ view }) => view));
  for (const { file, view } of views) {
    if (mine !== choice) return;
    const name = file.name;
    tell(view, "busy", [(said["busy"] ?? "").replace("{file}", () => name)]);
    try {
      const hash = await hashOf(file, sizes);
      const known = hash === null ? [] : versionsOf(versions, hash);
      if (mine !== choice) return;
      if (known.length === 0) tell(view, "unknown", [said["none"] ?? ""], { note: said["noneMore"], hash });
      else {
        const sentences = known.map((version) => sentenceFor(said, version));
        tell(view, "known", sentences, { hash });
        for (const version of known) pointOut(version);
      }
    } catch {
      tell(view, "unreadable", [(said["unreadable"] ?? "").replace("{file}", () => name)]);
    }
  }
}

/** Anywhere on the page: whoever misses the field by a little must not see the file opened in its place. */
function takeDrops(): void {
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    comparison?.classList.add("dragging");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) comparison?.classList.remove("dragging");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    comparison?.classList.remove("dragging");
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) void compare(files);
  });
}

// Browsers keep SubtleCrypto to pages that came over a secure connection (Web Cryptography API).
if (globalThis.crypto?.subtle === undefined) {
  if (insecure) insecure.hidden = false;
} else if (comparison && chooser && byHand) {
  comparison.hidden = false;
  byHand.open = false;
  takeDrops();
  chooser.addEventListener("change", () => {
    void compare([...(chooser.files ?? [])]);
    // The same file may be chosen again, mended.
    chooser.value = "";
  });
}
