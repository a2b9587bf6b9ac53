import type { AuditTrail } from "../../../engine/auditTrail/auditTrail.js";
import { sentenceOf } from "./sentence.js";
import type { Speaker } from "./speaker.js";
import type { ReportSection } from "./trailReport.js";
import { code, details, table, words } from "./values.js";

/** Every event, with its number and its hash. */
export function stepsSection(speaker: Speaker, { steps }: AuditTrail): ReportSection {
  return {
    id: "steps",
    heading: words(speaker.label("steps")),
    blocks: table(null, steps, [
      [speaker.label("step"), ({ seq }) => speaker.number(seq)],
      [speaker.label("time"), ({ at }) => speaker.time(at)],
      [
        speaker.label("event"),
        // With the name that programs and other languages have for it.
        (step) => [
          words(sentenceOf(speaker, step)),
          ...code(step.type),
          ...speaker.disclosure(step.personal),
        ],
      ],
      [speaker.label("by"), ({ actor }) => speaker.actor(actor)],
      // Where they acted themselves, they are named as who did it.
      [
        speaker.label("participant"),
        ({ signer, actor }) => (actor.kind === "signer" && actor.id === signer ? [] : speaker.signer(signer)),
      ],
      [speaker.label("further"), ({ further }) => details(further)],
      [speaker.label("eventHash"), ({ hash }) => code(hash)],
    ]),
    sections: [],
  };
}
