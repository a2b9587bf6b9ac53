import { countOf, numbersOf, type XrefEntry, type XrefSection } from "./section.js";

/** As many sections are simply asked in turn. */
const ASKED_IN_TURN = 8;

/** Sections with more entries than this are asked and not indexed. */
const INDEXED_ENTRIES = 4096;

/**
 * Finds an object's entry in the newest section that has one. For a document of many revisions the small sections are
 * indexed, so that finding an object costs the same after a thousand signatures as after one.
 * @param sections newest first
 */
export function finderOf(sections: readonly XrefSection[]): (num: number) => XrefEntry | undefined {
  if (sections.length <= ASKED_IN_TURN) return (num) => findIn(sections, num);
  const large: number[] = [];
  const newestWith = new Map<number, number>();
  for (const [index, section] of sections.entries()) {
    if (countOf(section.runs) > INDEXED_ENTRIES) large.push(index);
    else for (const num of numbersOf(section)) if (!newestWith.has(num)) newestWith.set(num, index);
  }
  return (num) => {
    const small = newestWith.get(num);
    for (const index of large) {
      if (small !== undefined && small < index) break;
      const entry = sections[index]!.find(num);
      if (entry !== undefined) return entry;
    }
    return small === undefined ? undefined : sections[small]!.find(num);
  };
}

function findIn(sections: readonly XrefSection[], num: number): XrefEntry | undefined {
  for (const section of sections) {
    const entry = section.find(num);
    if (entry !== undefined) return entry;
  }
  return undefined;
}
