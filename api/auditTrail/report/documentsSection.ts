import type { AuditTrail } from "../../../engine/auditTrail/auditTrail.js";
import type { TrailDocument } from "../../../engine/auditTrail/trailDocument.js";
import type { Label } from "../words/words.js";
import { when } from "./columns.js";
import type { Speaker } from "./speaker.js";
import type { ReportSection } from "./trailReport.js";
import { code, facts, name, table, words } from "./values.js";

/** Each document, from its source to its seal. */
export function documentsSection(speaker: Speaker, { documents }: AuditTrail): ReportSection {
  return {
    id: "documents",
    heading: words(speaker.label("documents")),
    blocks: [],
    sections: documents.map((document) => documentSection(speaker, document)),
  };
}

function documentSection(speaker: Speaker, document: TrailDocument): ReportSection {
  const label = (name: Label) => speaker.label(name);
  return {
    id: document.document,
    heading: speaker.document(document.document)[0]!,
    blocks: [
      ...facts(
        [label("id"), code(document.document)],
        [label("name"), name(document.name)],
        [label("kind"), speaker.term("documentKinds", document.kind)],
        [label("pages"), speaker.number(document.pages)],
        [label("bytes"), speaker.number(document.bytes)],
        [label("sourceSha256"), code(document.sha256)],
        [label("added"), [...speaker.time(document.added_at), ...speaker.actor(document.added_by)]],
        [label("level"), code(document.level)],
      ),
      ...table(label("revisions"), document.revisions, [
        [label("revision"), ({ revision }) => speaker.number(revision)],
        [label("kind"), ({ kind }) => speaker.term("revisionKinds", kind)],
        [label("by"), ({ signer }) => speaker.signer(signer)],
        ...when(speaker),
        [label("level"), ({ level }) => code(level)],
        [label("bytes"), ({ bytes }) => speaker.number(bytes)],
        [label("sha256Before"), ({ sha256_before: hash }) => code(hash)],
        [label("sha256After"), ({ sha256_after: hash }) => code(hash)],
      ]),
    ],
    sections: [],
  };
}
