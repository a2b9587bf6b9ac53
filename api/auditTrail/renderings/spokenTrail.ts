import type { AuditTrail, TrailStep } from "../../../engine/auditTrail/auditTrail.js";
import { sentenceOf } from "../report/sentence.js";
import { Speaker } from "../report/speaker.js";

/** An audit trail as programs read it: the model, with a sentence for each step. */
export interface SpokenTrail extends Omit<AuditTrail, "steps"> {
  /** BCP 47, of the sentences. */
  language: string;
  steps: SpokenStep[];
}

interface SpokenStep extends TrailStep {
  sentence: string;
}

/** @param language BCP 47; where we have no words in it, English */
export function spokenTrail(trail: AuditTrail, language: string): SpokenTrail {
  const speaker = new Speaker(trail, language);
  const { format, ...parts } = trail;
  return {
    format,
    language: speaker.words.language,
    ...parts,
    steps: trail.steps.map((step) => ({ ...step, sentence: sentenceOf(speaker, step) })),
  };
}
