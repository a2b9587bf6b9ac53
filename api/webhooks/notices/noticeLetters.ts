import type { Mode } from "../../apiKeys/caller.js";
import type { Block, Fact, Letter } from "../../messages/letter.js";
import { fill } from "../../messages/phrase.js";
import { isolated, oneLine } from "../../messages/strangersText.js";
import { pointInTime } from "../../messages/times.js";
import { facts, text } from "../../messages/voice.js";
import { directionOf, primarySubtag, wordsFor } from "../../messages/words/languages.js";
import { failureInWords } from "./failureInWords.js";
import type { LastFailure } from "./notice.js";
import { noticeWordsFor } from "./words/languages.js";
import type { NoticeWords } from "./words/noticeWords.js";

/** What every notice about an endpoint has to know. */
export interface NoticeOccasion {
  readonly mode: Mode;
  /** Of its reader, BCP 47. */
  readonly language: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Whose endpoint it is: a name. */
  readonly sender: string;
  /** Whether somebody reads answers. */
  readonly answers: boolean;
  readonly endpoint: {
    readonly description: string | null;
    /** As it was given: of it only the host is shown. */
    readonly url: string;
    /** Where the API speaks of it. */
    readonly resource: string;
  };
}

/** Nothing but failure for a day, and when it is disabled if that goes on. */
export interface Failing {
  readonly since: Date;
  readonly until: Date;
  readonly last: LastFailure | null;
  /** How many notifications wait, and whether there are more. */
  readonly waiting: { readonly count: number; readonly orMore: boolean };
}

/** It is told nothing any more. */
export interface Disabled {
  readonly reason: "gone" | "failing";
  readonly at: Date;
  readonly since: Date | null;
  readonly last: LastFailure | null;
}

export function failingLetter(occasion: NoticeOccasion, { since, until, last, waiting }: Failing): Letter {
  const words = noticeWordsFor(occasion.language);
  const { failing, labels } = words;
  // A number has no direction of its own; with this mark it stands where the reader begins.
  const mark = directionOf(occasion.language) === "rtl" ? "\u200f" : "";
  const count = `${mark}${new Intl.NumberFormat(spoken(occasion)).format(waiting.count)}`;
  return letter(occasion, failing, [
    text(`${words.about} ${failing.lead}`),
    text(failing.forward),
    ...facts(
      named(occasion, labels),
      dated(occasion, labels.since, since),
      lastFailure(words, last),
      waiting.count === 0
        ? []
        : [{ label: labels.waiting, values: [`${count}${waiting.orMore ? "+" : ""}`] }],
      dated(occasion, labels.until, until),
    ),
    text(failing.next),
    listing(failing.attempts, [`GET ${occasion.endpoint.resource}/deliveries`]),
  ]);
}

export function disabledLetter(occasion: NoticeOccasion, { reason, at, since, last }: Disabled): Letter {
  const words = noticeWordsFor(occasion.language);
  const { disabled, labels } = words;
  const { resource } = occasion.endpoint;
  return letter(occasion, disabled, [
    text(`${words.about} ${disabled[reason]}`),
    text(disabled.forward),
    ...facts(
      named(occasion, labels),
      reason === "gone" ? [] : dated(occasion, labels.since, since),
      reason === "gone" ? [] : lastFailure(words, last),
      dated(occasion, labels.disabled, at),
    ),
    text(disabled.next),
    listing(disabled.enable, [`PATCH ${resource}`, JSON.stringify({ status: "enabled" })]),
    listing(disabled.replay, [
      `POST ${resource}/replays`,
      JSON.stringify({ from: anHourBefore(since ?? at), only: "missed" }),
    ]),
  ]);
}

function letter(
  occasion: NoticeOccasion,
  { subject, heading }: NoticeWords["failing"] | NoticeWords["disabled"],
  blocks: readonly Block[],
): Letter {
  const { language, mode, answers, endpoint, sender } = occasion;
  const words = noticeWordsFor(language);
  const direction = directionOf(language);
  const isSpoken = primarySubtag(language) === words.language;
  const name = isolated(oneLine(namesOf(endpoint)[0]!, 80), direction);
  const lead = blocks.find((block) => block.kind === "text")?.text ?? "";
  return {
    language: spoken(occasion),
    direction,
    textDirection: isSpoken ? direction : "auto",
    subject: oneLine(fill(subject, { endpoint: name }), 250),
    preheader: oneLine(lead, 150),
    sender: isolated(oneLine(sender), direction),
    heading,
    blocks: [...(mode === "test" ? [{ kind: "banner", text: words.labels.test } as const] : []), ...blocks],
    footer: [words.footer, ...(answers ? [] : [wordsFor(language).footer.noAnswers])],
  };
}

/** The language of the words, as it is written where the reader is. */
function spoken({ language }: NoticeOccasion): string {
  const words = noticeWordsFor(language);
  return primarySubtag(language) === words.language ? language : words.language;
}

function named({ endpoint }: NoticeOccasion, labels: NoticeWords["labels"]): Fact[] {
  return [{ label: labels.endpoint, values: namesOf(endpoint) }];
}

/**
 * What its tenant calls it, where it does, and the host of its URL. Threat: the rest of a URL is often a password (chat
 * services have theirs in the path), and a mailbox has more readers than its owner.
 */
function namesOf({ description, url }: NoticeOccasion["endpoint"]): string[] {
  return [oneLine(description ?? ""), oneLine(new URL(url).host)].filter((name) => name !== "");
}

function dated(occasion: NoticeOccasion, label: string, at: Date | null): Fact[] {
  return at === null ? [] : [{ label, values: [pointInTime(at, spoken(occasion), occasion.timeZone)] }];
}

function lastFailure(words: NoticeWords, last: LastFailure | null): Fact[] {
  return last === null ? [] : [{ label: words.labels.last, values: [failureInWords(words, last)] }];
}

function listing(label: string, lines: readonly string[]): Block {
  return { kind: "listing", label, lines };
}

/** What was the first not to arrive happened before that was seen. What did arrive is not replayed. */
function anHourBefore(at: Date): string {
  return new Date(at.getTime() - 3_600_000).toISOString().replace(/:\d\d\.\d+Z$/, ":00Z");
}
