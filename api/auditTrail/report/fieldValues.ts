import type { Detail } from "../../../engine/auditTrail/parts.js";
import type { Label } from "../words/words.js";
import type { Speaker } from "./speaker.js";
import type { ReportCell, ReportValue } from "./trailReport.js";
import { words } from "./values.js";

/** How one value of a person's or an order's data is said, and what it is called where that is no word for a field. */
interface Saying {
  readonly label?: Label;
  readonly say: (speaker: Speaker, value: string) => ReportCell;
}

const sayings: Readonly<Record<string, Saying>> = {
  authentication: { say: (speaker, value) => speaker.term("authentications", value) },
  language: { say: (speaker, value) => speaker.language(value) },
  country: { say: (speaker, value) => speaker.country(value) },
  retain_documents: { label: "retainDocuments", say: (speaker, value) => speaker.duration(value) },
  retain_evidence: { label: "retainEvidence", say: (speaker, value) => speaker.duration(value) },
  archive: { label: "archive", say: (speaker, value) => speaker.answer(value === "true") },
  reminder_days: { label: "reminderDays", say: (speaker, value) => speaker.number(Number(value)) },
  reminder_count: { label: "reminderCount", say: (speaker, value) => speaker.number(Number(value)) },
};

/** Values of a person's or an order's data, with what the data are called. */
export function fieldValues(speaker: Speaker, values: readonly Detail[]): ReportCell {
  return values.map((detail) => fieldValue(speaker, detail));
}

function fieldValue(speaker: Speaker, { name, value }: Detail): ReportValue {
  const saying = Object.hasOwn(sayings, name) ? sayings[name] : undefined;
  const called = saying?.label ? speaker.label(saying.label) : speaker.termText("fields", name);
  return words(`${called}: ${saying?.say(speaker, value)[0]?.text ?? speaker.embedded(value)}`);
}
