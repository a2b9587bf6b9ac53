import type { KnownVersion } from "./knownVersions.js";

/** Everything that can be said of a file: data of the page, in its language. */
export type Said = Readonly<Record<string, string | undefined>>;

/** The line that says what became of one file. */
export function verdictView(file: File): HTMLElement {
  const view = document.createElement("div");
  view.className = "verdict";
  const name = document.createElement("bdi");
  name.className = "verdict-file";
  name.textContent = file.name;
  view.append(name);
  return view;
}

/** Says it, in the place of what was said before, and shows which hash it was. */
export function tell(
  view: HTMLElement,
  outcome: "busy" | "known" | "unknown" | "unreadable",
  sentences: readonly string[],
  more?: { readonly note?: string | undefined; readonly hash?: string | null },
): void {
  view.dataset["outcome"] = outcome;
  for (const before of view.querySelectorAll(".verdict-text")) before.remove();
  view.append(...sentences.map((sentence) => line("p", "verdict-text", sentence)));
  if (more?.note) view.append(line("p", "verdict-note", more.note));
  if (more?.hash) {
    const hash = line("code", "hash", more.hash);
    hash.dir = "ltr";
    view.append(hash);
  }
}

function line(tag: "p" | "code", name: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

/** The sentence about a file that is one of those in the page. */
export function sentenceFor(said: Said, { verdict, document: name }: KnownVersion): string {
  return (said[verdict] ?? "").replace("{document}", () => name);
}

/** Shows which of the page's versions it is. */
export function pointOut({ row }: KnownVersion): void {
  row.classList.add("matched");
  const folded = row.closest("details");
  if (folded !== null) folded.open = true;
}
