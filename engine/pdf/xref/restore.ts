import { damaged } from "../damage.js";
import { decodeStream } from "../filters/decodeStream.js";
import { ObjectStream } from "../objectStream.js";
import { isName, type PdfObject, PdfRef, PdfStream } from "../objects.js";
import type { ReadBudget } from "../readBudget.js";
import type { XrefChain } from "./chain.js";
import type { XrefEntry } from "./section.js";
import { referencesIn, type Survey, type SurveyedObject, type SurveyedTrailer } from "./survey.js";

/** The highest object number that readers must take (ISO 32000-2 Annex C.2). */
const HIGHEST_NUMBER = 8_388_607;

const unreferenced = (object: PdfObject | undefined) => (object instanceof PdfRef ? undefined : object);

/**
 * Makes the cross-reference of a file whose own is of no use, from the objects themselves; an update of such a file lists
 * them all, and then no reader has to rebuild anything.
 *
 * Nothing is guessed: each number must stand in the file once, all trailers must name the same catalog, and whatever an
 * object refers to must be there. Else the file has revisions, or was cut off, and nobody can tell what it was.
 * @param header byte offset of the header, from which offsets count
 * @throws EngineError `pdf_damaged` with what is in the way, `pdf_unsupported`, `pdf_limit_exceeded`
 */
export function restoreXref(header: number, survey: Survey, budget: ReadBudget): XrefChain {
  const trailer = theTrailer(survey.trailers);
  const entries = new Map<number, XrefEntry>();
  const places = new Map<number, number>();
  const referred = new Map<number, number>();
  const add = (num: number, at: number, entry: XrefEntry, value: PdfObject) => {
    const before = places.get(num);
    if (before !== undefined)
      throw damaged(`object ${num} stands at byte ${before} and again, and nothing tells which counts`, at);
    if (num > HIGHEST_NUMBER || num === 0) throw damaged(`an object has the impossible number ${num}`, at);
    places.set(num, at);
    entries.set(num, entry);
    for (const target of referencesIn(value)) if (!referred.has(target)) referred.set(target, at);
  };
  const streams: SurveyedObject[] = [];
  for (const object of survey.objects) {
    const { num, gen, at, value } = object;
    const type = value instanceof PdfStream ? value.dict.get("Type") : undefined;
    if (at < header) throw damaged(`object ${num} stands before the header`, at);
    // What it says of the places of objects is what cannot be trusted.
    if (isName(type, "XRef")) continue;
    if (isName(type, "ObjStm")) streams.push(object);
    add(num, at, { kind: "offset", offset: at - header, gen }, value);
  }
  for (const { num, at, value } of streams) {
    const stream = value as PdfStream;
    const held = new ObjectStream(stream.dict, decodeStream(stream, at, budget, unreferenced), at, budget);
    for (const [index, inner] of held.numbers().entries())
      add(inner, at, { kind: "compressed", stream: num, index }, held.object(inner, index).value);
  }
  for (const [num, at] of referred)
    if (!places.has(num)) throw damaged(`object ${num}, to which an object refers, is missing`, at);
  return chainOf(header, entries, trailer, streams.length > 0);
}

/** The last trailer, if all agree on the catalog. Where one is encrypted, what is in its streams cannot be seen. */
function theTrailer(trailers: readonly SurveyedTrailer[]): SurveyedTrailer {
  const withRoot = trailers.filter(({ dict }) => dict.get("Root") instanceof PdfRef);
  const trailer = withRoot.at(-1);
  if (trailer === undefined) throw damaged("it has no trailer with a /Root", 0);
  const catalog = trailer.dict.get("Root") as PdfRef;
  for (const { dict, dictAt } of trailers) {
    if (dict.has("Encrypt")) throw damaged("it is encrypted", dictAt);
    const root = dict.get("Root");
    if (root instanceof PdfRef && root.num !== catalog.num)
      throw damaged("its trailers name different catalogs", dictAt);
  }
  return trailer;
}

function chainOf(
  base: number,
  entries: ReadonlyMap<number, XrefEntry>,
  { kind, dict, dictAt }: SurveyedTrailer,
  compressed: boolean,
): XrefChain {
  const find = (num: number) => entries.get(num);
  const runs = [...entries.keys()].map((first) => ({ first, count: 1 }));
  const newest = {
    kind: compressed ? "stream" : kind,
    ...{ offset: 0, trailer: dict, trailerAt: dictAt, runs, find },
  } as const;
  const endNumber = [...entries.keys()].reduce((end, num) => Math.max(end, num + 1), 1);
  return { newest, sections: [newest], base, endNumber, find, restored: entries };
}
