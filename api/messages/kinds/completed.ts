import type { Letter } from "../letter.js";
import { facts, type Occasion, text, Voice } from "../voice.js";

/** Everybody has signed, and the documents are sealed. */
export interface Completed {
  /** Names of the documents. */
  readonly documents: readonly string[];
  /** Where its reader can fetch them; null: they have no link of their own. */
  readonly link: string | null;
  /** Whether the documents go with the letter. */
  readonly attached: boolean;
}

/** For signers, approvers, witnesses, copies and the sender. */
export function completed(occasion: Occasion, { documents, link, attached }: Completed): Letter {
  const voice = new Voice(occasion, link === null ? {} : { link });
  const { words } = voice;
  const { attached: enclosed, linked, button } = words.completed;
  return voice.letter("completed", words.completed, [
    ...(attached ? [text(enclosed)] : []),
    ...(link === null || attached ? [] : [text(linked)]),
    ...facts(voice.documents(documents)),
    ...(link === null
      ? []
      : [
          {
            kind: "button" as const,
            label: voice.own("completed", "button") ?? button,
            url: link,
            paste: words.footer.paste,
          },
        ]),
  ]);
}
