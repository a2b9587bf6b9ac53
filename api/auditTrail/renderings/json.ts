import type { AuditTrail } from "../../../engine/auditTrail/auditTrail.js";
import { spokenTrail } from "./spokenTrail.js";

/** What an editor or a terminal would act on instead of showing it. */
const unseen = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * An audit trail as JSON (format "paraph-audit-trail/1"). Controls and marks of direction are written by their number,
 * so that nobody's name turns what is seen of the file; a parser reads the same text.
 */
export function trailAsJson(trail: AuditTrail, language: string): string {
  return `${JSON.stringify(spokenTrail(trail, language), null, 2).replace(unseen, escaped)}\n`;
}

function escaped(character: string): string {
  let text = "";
  for (let at = 0; at < character.length; at += 1) {
    text += `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`;
  }
  return text;
}
