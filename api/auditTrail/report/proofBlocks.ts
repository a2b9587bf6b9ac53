import type { TrailSigner } from "../../../engine/auditTrail/trailSigner.js";
import type { FieldsFilled } from "../../../engine/auditTrail/trailSigning.js";
import type { Label } from "../words/words.js";
import { when, whenAndBy } from "./columns.js";
import type { Speaker } from "./speaker.js";
import type { ReportBlock, ReportCell } from "./trailReport.js";
import { code, details, prose, table, words } from "./values.js";

/** What a signer was given, was shown, filled in and agreed to. */
export function proofBlocks(
  speaker: Speaker,
  { documents, pages, fields, consents }: TrailSigner,
): ReportBlock[] {
  const label = (name: Label) => speaker.label(name);
  return [
    ...table(label("handed"), documents, [
      ...when(speaker),
      [label("document"), ({ document }) => speaker.document(document)],
      [label("kind"), ({ direction }) => speaker.term("directions", direction)],
      [label("revision"), ({ revision }) => speaker.number(revision)],
      [label("sha256"), ({ sha256 }) => code(sha256)],
    ]),
    ...table(label("pagesShown"), pages, [
      ...when(speaker),
      [label("document"), ({ document }) => speaker.document(document)],
      [label("pages"), ({ pages: shown }) => code(shown)],
      [label("pagesOf"), ({ of }) => speaker.number(of)],
      [label("statedBySender"), ({ stated_by_sender: stated }) => speaker.answer(stated)],
      [label("begun"), ({ begun_at: begun }) => begun.flatMap((at) => speaker.time(at))],
    ]),
    ...table(label("fieldsFilled"), fields, [
      ...whenAndBy(speaker),
      [label("fields"), ({ fields: ids }) => ids.flatMap(code)],
      [label("fieldNames"), ({ labels }) => details(labels)],
      [label("values"), (filled) => [...valuesCell(speaker, filled), ...speaker.disclosure(filled.personal)]],
      [label("digest"), ({ digest }) => code(digest)],
    ]),
    ...table(label("consents"), consents, [
      ...whenAndBy(speaker),
      // Counted from 0 in the chain, and by people from 1.
      [label("number"), ({ position }) => speaker.number(position === null ? null : position + 1)],
      [label("text"), ({ text }) => prose(text)],
      [label("sha256"), ({ sha256 }) => code(sha256)],
    ]),
  ];
}

/** What was filled in, under what its field is called, or under its id. */
function valuesCell(speaker: Speaker, { values, labels }: FieldsFilled): ReportCell {
  const called = new Map(labels.map(({ name, value }) => [name, value]));
  return values.map(({ name, value }) =>
    words(`${speaker.embedded(called.get(name) ?? name)}: ${speaker.embedded(value)}`),
  );
}
