import type { EventType } from "../../audit/eventTypes.js";
import type { en as labels } from "./labels/en.js";
import type { en as terms } from "./terms/en.js";

/**
 * What is said of an event, with what differs from one to the next in braces. Names stand behind a colon or in
 * brackets, so that no sentence needs to know anybody's gender or how a name is declined.
 */
export type Sentences = Readonly<Record<EventType | "pages.stated" | "unknown", string>>;

export type Label = keyof typeof labels;
export type Labels = Readonly<Record<Label, string>>;

export type TermKind = keyof typeof terms;
export type Terms = { readonly [Kind in TermKind]: Readonly<Record<keyof (typeof terms)[Kind], string>> };

/** Everything that an audit trail says of itself, in one language. */
export interface TrailWords {
  /** BCP 47, the primary subtag alone. */
  readonly language: string;
  readonly sentences: Sentences;
  readonly labels: Labels;
  readonly terms: Terms;
}
