import type { Mode } from "../apiKeys/caller.js";
import type { TextKind, TextSlot, Texts } from "./branding/texts.js";
import type { Block, Fact, Letter } from "./letter.js";
import { fill, type Values } from "./phrase.js";
import { isolated, oneLine, severalLines } from "./strangersText.js";
import { pointInTime } from "./times.js";
import { type Direction, directionOf, primarySubtag, wordsFor } from "./words/languages.js";
import type { Passage, Words } from "./words/words.js";

/** What every message of an order has to know. */
export interface Occasion {
  readonly mode: Mode;
  /** Of its reader, BCP 47. */
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Who asks: a name. */
  readonly sender: string;
  readonly title: string;
  /** Its reader's name; null where we know none. */
  readonly reader: string | null;
  /** Whether somebody reads answers. */
  readonly answers: boolean;
  /** The tenant's own wording. */
  readonly texts: Texts;
}

/** Says things of one occasion to one reader, in the tenant's words where there are any and else in ours. */
export class Voice {
  readonly words: Words;
  readonly direction: Direction;
  readonly #values: Values;

  constructor(
    private readonly occasion: Occasion,
    more: Values = {},
  ) {
    this.words = wordsFor(occasion.language);
    this.direction = directionOf(occasion.language);
    const { sender, title, reader } = occasion;
    this.#values = Object.fromEntries(
      Object.entries({ sender, title, signer: reader ?? "", ...more }).map(([name, value]) => [
        name,
        name === "reason" ? severalLines(value) : this.name(value),
      ]),
    );
  }

  /** A name or a title that somebody gave, fit to stand in a sentence. */
  name(text: string): string {
    return isolated(oneLine(text), this.direction);
  }

  say(template: string): string {
    return fill(template, this.#values);
  }

  time(at: Date): string {
    const { language, timeZone } = this.occasion;
    // In the language of the words around it, as it is written where the reader is.
    return pointInTime(at, this.#spoken ? language : this.words.language, timeZone);
  }

  /** Whether our words are in the reader's language. */
  get #spoken(): boolean {
    return primarySubtag(this.occasion.language) === this.words.language;
  }

  /** The tenant's wording of one part, filled in. */
  own(kind: TextKind, slot: TextSlot): string | undefined {
    const template = ownTemplate(this.occasion, kind, slot);
    return template === undefined ? undefined : this.say(template);
  }

  /** A letter around the given blocks: greeting and lead before them, the tenant's closing words after. */
  letter(kind: TextKind, passage: Passage, blocks: readonly Block[], footer: readonly string[] = []): Letter {
    const { words } = this;
    const lead = this.own(kind, "lead") ?? this.say(passage.lead);
    const closing = this.own(kind, "closing");
    return {
      language: this.#spoken ? this.occasion.language : words.language,
      direction: this.direction,
      textDirection: this.#spoken ? this.direction : "auto",
      subject: oneLine(this.own(kind, "subject") ?? this.say(passage.subject), 250),
      preheader: oneLine(lead, 150),
      sender: this.name(this.occasion.sender),
      heading: oneLine(this.own(kind, "heading") ?? this.say(passage.heading)),
      blocks: [
        ...(this.occasion.mode === "test" ? [{ kind: "banner", text: words.labels.test } as const] : []),
        ...(this.occasion.reader === null ? [] : [text(this.say(words.greeting))]),
        ...paragraphs(lead),
        ...blocks,
        ...(closing === undefined ? [] : paragraphs(closing)),
      ],
      footer: [
        ...footer,
        this.say(words.footer.behalf),
        ...(this.occasion.answers ? [] : [words.footer.noAnswers]),
      ],
    };
  }

  documents(names: readonly string[]): Fact[] {
    return this.list(this.words.labels.documents, names);
  }

  /** Names under a label, five at most, and how many more there are. */
  list(label: string, names: readonly string[]): Fact[] {
    if (names.length === 0) return [];
    const shown = names.slice(0, 5).map((name) => this.name(name));
    const more = names.length - shown.length;
    return [{ label, values: more > 0 ? [...shown, `+ ${more}`] : shown }];
  }

  quote(label: string, words: string | null): Block[] {
    const text = severalLines(words ?? "");
    return text === "" ? [] : [{ kind: "quote", label: this.say(label), text }];
  }
}

/** The tenant's wording of one part, in the reader's language. */
export function ownTemplate(
  { texts, language }: Pick<Occasion, "texts" | "language">,
  kind: TextKind,
  slot: TextSlot,
): string | undefined {
  return texts[language]?.[kind]?.[slot] ?? texts[primarySubtag(language)]?.[kind]?.[slot];
}

export function text(words: string): Block {
  return { kind: "text", text: words };
}

export function facts(...rows: readonly (readonly Fact[])[]): Block[] {
  const all = rows.flat();
  return all.length === 0 ? [] : [{ kind: "facts", facts: all }];
}

function paragraphs(words: string): Block[] {
  return words
    .split(/\n{2,}/)
    .filter((part) => part.trim() !== "")
    .map(text);
}
