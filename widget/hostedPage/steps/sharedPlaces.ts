import type { Placement } from "../calls/answers.js";

/**
 * Puts places together that are filled in once for all of them: initials that are asked for in the same words, as on
 * every page of a document. @returns each place once, in the order of the first of those it goes with
 */
export function sharedPlaces(places: readonly Placement[]): readonly (readonly Placement[])[] {
  const shared = new Map<string, Placement[]>();
  for (const place of places) {
    const key = place.kind === "initials" ? JSON.stringify([place.name, place.label]) : place.id;
    shared.set(key, [...(shared.get(key) ?? []), place]);
  }
  return [...shared.values()];
}
