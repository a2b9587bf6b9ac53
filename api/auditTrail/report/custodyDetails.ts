import type { Detail } from "../../../engine/auditTrail/parts.js";
import type { Label } from "../words/words.js";
import type { Speaker } from "./speaker.js";
import type { ReportCell } from "./trailReport.js";
import { details, words } from "./values.js";

type Saying = readonly [Label, (speaker: Speaker, value: string) => ReportCell];

const said = (speaker: Speaker, value: string): ReportCell => [words(speaker.embedded(value))];
const counted = (speaker: Speaker, value: string): ReportCell => speaker.number(Number(value));

/** What an event about what is kept says, by its name there, the place in a list left out. */
const sayings: Readonly<Record<string, Saying>> = {
  purge: ["id", said],
  hold: ["id", said],
  erasure: ["id", said],
  reason: ["reason", (speaker, value) => speaker.term("purgeReasons", value)],
  revision: ["revision", counted],
  bytes: ["bytes", counted],
  sha256: ["sha256", said],
  documents: ["archive", (speaker, value) => speaker.answer(value === "true")],
  locked_until: ["lockedUntil", (speaker, value) => speaker.time(value)],
  objects: ["objects", counted],
  receipt: ["receipt", said],
  "documents.document": ["document", (speaker, value) => [words(speaker.documentText(value))]],
  "documents.source.bytes": ["bytes", counted],
  "documents.source.sha256": ["sourceSha256", said],
  "documents.signed.bytes": ["bytes", counted],
  "documents.signed.sha256": ["sha256After", said],
  "revisions.kind": ["kind", (speaker, value) => speaker.term("revisionKinds", value)],
  "revisions.revision": ["revision", counted],
  "revisions.bytes": ["bytes", counted],
  "revisions.sha256": ["sha256", said],
};

/** What such an event says besides, in words; what there are none for stands under the name that a program has for it. */
export function custodyDetails(speaker: Speaker, all: readonly Detail[]): ReportCell {
  return all.flatMap((detail) => {
    const name = detail.name.replaceAll(/\[\d+\]/g, "");
    const saying = Object.hasOwn(sayings, name) ? sayings[name] : undefined;
    if (saying === undefined) return details([detail]);
    const [label, say] = saying;
    return [words(`${speaker.label(label)}: ${say(speaker, detail.value)[0]?.text ?? ""}`)];
  });
}
