import type { AuditTrail } from "../../../engine/auditTrail/auditTrail.js";
import { documentsSection } from "./documentsSection.js";
import { chainSection, custodySection, senderMessagesSection } from "./lastSections.js";
import { procedureSection } from "./procedureSection.js";
import { signersSection } from "./signersSection.js";
import { Speaker } from "./speaker.js";
import { stepsSection } from "./stepsSection.js";
import { summarySection } from "./summarySection.js";
import type { TrailReport } from "./trailReport.js";
import { name, words } from "./values.js";

/**
 * An audit trail said in a language, whole: text, HTML and PDF set the same report.
 * @param language BCP 47; where we have no words in it, English
 */
export function trailReportOf(trail: AuditTrail, language: string): TrailReport {
  const speaker = new Speaker(trail, language);
  const sections = [
    summarySection(speaker, trail),
    procedureSection(speaker, trail),
    documentsSection(speaker, trail),
    signersSection(speaker, trail),
    senderMessagesSection(speaker, trail),
    custodySection(speaker, trail),
    stepsSection(speaker, trail),
    chainSection(speaker, trail),
  ];
  return {
    language: speaker.words.language,
    direction: speaker.direction,
    title: speaker.label("title"),
    subject: name(trail.procedure.title)[0] ?? words(speaker.label("notRecorded")),
    banner: trail.procedure.mode === "test" ? speaker.label("test") : null,
    notes: [speaker.label("about"), speaker.label("zone")],
    sections: sections.filter(({ blocks, sections: inner }) => blocks.length + inner.length > 0),
  };
}
