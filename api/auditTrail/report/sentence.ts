import type { TrailStep } from "../../../engine/auditTrail/auditTrail.js";
import type { Speaker } from "./speaker.js";

const placeholder = /\{([a-z]+)\}/g;

/** Events whose reason is one of ours, and not in anybody's own words. */
const ofTheService: ReadonlySet<string> = new Set(["message.failed", "code.send_failed", "order.failed"]);

/** What a step was, in one sentence. Values are never looked at for placeholders again. */
export function sentenceOf(speaker: Speaker, step: TrailStep): string {
  const about = new Map(step.about.map(({ name, value }) => [name, value]));
  const { sentences } = speaker.words;
  const template =
    !step.known || !Object.hasOwn(sentences, step.type)
      ? sentences.unknown
      : step.type === "pages.shown" && about.has("stated")
        ? sentences["pages.stated"]
        : sentences[step.type as keyof typeof sentences];
  return template.replace(placeholder, (_, name: string) =>
    name === "type" ? speaker.embedded(step.type) : said(speaker, step, name, about.get(name)),
  );
}

function said(speaker: Speaker, step: TrailStep, name: string, value: string | undefined): string {
  if (value === undefined) return missing(speaker, step);
  switch (name) {
    case "document":
      return speaker.documentText(value);
    case "other":
      return speaker.embedded(speaker.signerName(value) ?? value);
    case "to":
      return step.signer === null && value === "sender"
        ? speaker.termText("actors", "api_key")
        : speaker.embedded(value);
    case "role":
      return speaker.termText("roles", value);
    case "authentication":
      return speaker.termText("authentications", value);
    case "channel":
      return speaker.termText("channels", value);
    case "kind":
      return speaker.termText("messageKinds", value);
    case "state":
      return speaker.termText("deliveryStates", value);
    case "method":
      return speaker.termText("methods", value);
    case "fields":
      return speaker.list(value.split(" ").map((field) => speaker.termText("fields", field)));
    case "reason":
      return ofTheService.has(step.type) ? speaker.failureText(value) : speaker.embedded(value);
    case "until":
    case "now":
      return speaker.time(value)[0]?.text ?? "";
    case "position":
      // Counted from 0 in the chain, and by people from 1.
      return speaker.numberText(Number(value) + 1);
    case "count":
    case "remaining":
    case "group":
      return speaker.numberText(Number(value));
    default:
      return speaker.embedded(value);
  }
}

/** Why a sentence cannot say what it should. */
function missing(speaker: Speaker, { personal }: TrailStep): string {
  const { labels, terms } = speaker.words;
  return personal === "withheld" || personal === "erased" ? terms.disclosures[personal] : labels.notRecorded;
}
