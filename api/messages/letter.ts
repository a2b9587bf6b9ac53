import type { Direction } from "./words/languages.js";

/** A message before it has a look: what it says, in its order. All text is plain and not yet escaped. */
export interface Letter {
  /** BCP 47, of the words. */
  readonly language: string;
  /** Of the page: that of the reader's language, whatever the words are in. */
  readonly direction: Direction;
  /** Of each text by itself, where the words are not in the reader's language. */
  readonly textDirection: Direction | "auto";
  readonly subject: string;
  /** What a list of messages shows beside the subject. */
  readonly preheader: string;
  readonly sender: string;
  readonly heading: string;
  readonly blocks: readonly Block[];
  readonly footer: readonly string[];
}

export type Block =
  | { readonly kind: "text"; readonly text: string }
  /** A small remark. */
  | { readonly kind: "note"; readonly text: string }
  /** Above everything else. */
  | { readonly kind: "banner"; readonly text: string }
  /** Somebody else's words. */
  | { readonly kind: "quote"; readonly label: string; readonly text: string }
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  | { readonly kind: "button"; readonly label: string; readonly url: string; readonly paste: string }
  | { readonly kind: "code"; readonly code: string }
  /** Lines for a machine, to be copied as they stand. */
  | { readonly kind: "listing"; readonly label: string; readonly lines: readonly string[] };

export interface Fact {
  readonly label: string;
  readonly values: readonly string[];
}
