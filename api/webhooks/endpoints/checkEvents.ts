import { Failure } from "../../failure/failure.js";
import { isFilter } from "../catalogue/catalogue.js";

/** Entries of a filter, at most. */
const mostFilters = 100;

/**
 * Checks a filter: of 1 to 100 entries each is a type of the catalogue, the first part of one with `.*`, or `*`.
 * @param param its name in the request
 * @returns each once
 * @throws Failure `field_invalid`
 */
export function checkEvents(events: readonly string[], param: string): string[] {
  if (events.length === 0 || events.length > mostFilters) {
    throw new Failure("field_invalid", `${param} must have 1 to ${mostFilters} entries.`, {
      param,
      extensions: { limit: mostFilters },
    });
  }
  events.forEach((text, index) => {
    if (isFilter(text)) return;
    const at = `${param}[${index}]`;
    const rule = "must be a type that GET /v1/event-types lists, the first part of one with .*, or *";
    throw new Failure("field_invalid", `${at} ${rule}.`, { param: at });
  });
  return [...new Set(events)];
}
