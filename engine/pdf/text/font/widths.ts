import { asArray, type PdfDict, type PdfObject } from "../../objects.js";
import type { ContentSource } from "../contentSource.js";
import { CodeRanges } from "./codeRanges.js";

/** Widths beyond this many ems are damage. */
const MAX_WIDTH = 100;

/** A simple font's /Widths (ISO 32000-2 Table 109), in thousandths of an em; undefined for a code that has none. */
export function simpleWidths(source: ContentSource, font: PdfDict): (code: number) => number | undefined {
  const widths = source.array(font.get("Widths"));
  const first = source.number(font.get("FirstChar")) ?? 0;
  return (code) => sane(source.number(widths?.[code - first]));
}

/** A CIDFont's /W or, with `numbers` 3, /W2 (9.7.4.3): for each CID, its width or its three numbers. */
export function cidWidths(
  source: ContentSource,
  object: PdfObject | undefined,
  numbers: 1 | 3,
): (cid: number) => readonly number[] | undefined {
  const ranges = new CodeRanges<readonly number[]>();
  const entries = source.array(object) ?? [];
  source.countOperators(entries.length);
  source.budget.keep(entries.length);
  for (let i = 0; i + 1 < entries.length; ) {
    const first = source.number(entries[i]);
    const second = source.resolve(entries[i + 1]);
    if (first === undefined) break;
    const list = asArray(second);
    if (list !== undefined) {
      source.countOperators(list.length);
      source.budget.keep(list.length);
      for (let at = 0; at + numbers <= list.length; at += numbers) {
        const values = list.slice(at, at + numbers).map((value) => sane(source.number(value)) ?? 0);
        ranges.add(first + at / numbers, first + at / numbers, values);
      }
      i += 2;
    } else {
      if (typeof second !== "number" || i + 2 + numbers > entries.length) break;
      const values = entries.slice(i + 2, i + 2 + numbers).map((value) => sane(source.number(value)) ?? 0);
      ranges.add(first, second, values);
      i += 2 + numbers;
    }
  }
  return (cid) => ranges.find(cid)?.value;
}

function sane(width: number | undefined): number | undefined {
  return width !== undefined && Math.abs(width) <= MAX_WIDTH * 1000 ? width : undefined;
}
