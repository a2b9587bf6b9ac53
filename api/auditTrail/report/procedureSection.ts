import type { AuditTrail } from "../../../engine/auditTrail/auditTrail.js";
import type { Label } from "../words/words.js";
import { stepNumber, whenAndBy } from "./columns.js";
import { fieldValues } from "./fieldValues.js";
import type { Speaker } from "./speaker.js";
import type { ReportSection } from "./trailReport.js";
import { code, facts, name, prose, table, words } from "./values.js";

/** What was asked for, until when, and how it ended. */
export function procedureSection(speaker: Speaker, { procedure }: AuditTrail): ReportSection {
  const label = (name: Label) => speaker.label(name);
  const { end } = procedure;
  return {
    id: "procedure",
    heading: words(label("procedure")),
    blocks: [
      ...facts(
        [label("id"), code(procedure.order)],
        [label("orderTitle"), name(procedure.title)],
        [label("sender"), name(procedure.tenant)],
        [label("mode"), speaker.term("modes", procedure.mode)],
        [label("state"), speaker.term("states", procedure.state)],
        [label("created"), [...speaker.time(procedure.created_at), ...speaker.actor(procedure.created_by)]],
        [label("sent"), [...speaker.time(procedure.sent_at), ...speaker.actor(procedure.sent_by)]],
        [label("deadline"), speaker.time(procedure.expires_at)],
        [
          label("ended"),
          end === null
            ? []
            : [...speaker.time(end.at), ...speaker.actor(end.by), stepNumber(speaker, end.seq)],
        ],
        [label("refusedBy"), speaker.signer(end?.signer ?? null)],
        [
          label("reason"),
          procedure.state === "failed" ? speaker.failure(end?.reason ?? null) : prose(end?.reason ?? null),
        ],
        [label("level"), code(end?.level ?? null)],
        [label("unsealed"), code(end?.unsealed ?? null)],
        [label("language"), speaker.language(procedure.language)],
        [label("profile"), code(procedure.profile)],
        [label("template"), code(procedure.template)],
        [label("notify"), speaker.answer(procedure.notify)],
        [label("mustRead"), speaker.answer(procedure.must_read)],
        [label("delegation"), speaker.answer(procedure.allow_delegation)],
        [label("editable"), speaker.terms("fields", procedure.editable_identity)],
        [label("reminderDays"), speaker.number(procedure.reminder_days)],
        [label("reminderCount"), speaker.number(procedure.reminder_count)],
        [label("retainDocuments"), speaker.duration(procedure.retain_documents)],
        [label("retainEvidence"), speaker.duration(procedure.retain_evidence)],
        [label("archive"), speaker.answer(procedure.archive)],
      ),
      ...table(label("changes"), procedure.changes, [
        ...whenAndBy(speaker),
        [label("fields"), ({ fields }) => speaker.terms("fields", fields)],
        [label("before"), ({ before }) => fieldValues(speaker, before)],
        [label("after"), ({ after }) => fieldValues(speaker, after)],
      ]),
      ...table(label("extensions"), procedure.extensions, [
        ...whenAndBy(speaker),
        [label("before"), ({ from }) => speaker.time(from)],
        [label("after"), ({ to }) => speaker.time(to)],
      ]),
      ...table(label("clock"), procedure.clock, [
        ...whenAndBy(speaker),
        [label("seconds"), ({ seconds }) => speaker.number(seconds)],
        [label("orderTime"), ({ now }) => speaker.time(now)],
      ]),
    ],
    sections: [],
  };
}
