import type { PdfDocument } from "../../pdf/document.js";
import { asDict, type PdfObject, PdfRef, PdfStream } from "../../pdf/objects.js";
import type { XrefEntry } from "../../pdf/xref/section.js";

/**
 * The numbers of the objects that stand elsewhere in a later revision than in an earlier one, or in only one of them.
 *
 * Every number is looked up in both, however the later cross-reference came about: one that does not continue the
 * earlier one, or an entry that pointed behind the end of the file until something was put there, is found as well. So are
 * the objects of an object stream that stands where it stood, and is decoded otherwise.
 * @param before the bytes of `after` up to some offset
 * @throws EngineError `pdf_damaged`, `pdf_unsupported`, `pdf_limit_exceeded` where an object stream cannot be read
 */
export function changedObjects(before: PdfDocument, after: PdfDocument): ReadonlySet<number> {
  const changed = new Set<number>();
  const end = Math.max(before.xref.endNumber, after.xref.endNumber);
  const places = new Places(before, after);
  for (let num = 1; num < end; num++) if (places.differ(num)) changed.add(num);
  return changed;
}

class Places {
  /** Object streams by number; one that is being looked at counts as the same, so that a circle ends. */
  readonly #otherStreams = new Map<number, boolean>();

  constructor(
    private readonly before: PdfDocument,
    private readonly after: PdfDocument,
  ) {}

  differ(num: number): boolean {
    const one = inUse(this.before.xref.find(num));
    const other = inUse(this.after.xref.find(num));
    if (one === undefined || other === undefined) return one !== other;
    if (one.kind === "compressed") {
      if (other.kind !== "compressed" || one.stream !== other.stream || one.index !== other.index)
        return true;
      // An object stream is in no object stream.
      return one.stream !== num && this.#isOtherStream(one.stream);
    }
    if (other.kind !== "offset" || one.gen !== other.gen) return true;
    const at = this.before.xref.base + one.offset;
    return at !== this.after.xref.base + other.offset || at >= this.before.bytes.length;
  }

  /** Whether it stands elsewhere, or its /Length, /Filter or /DecodeParms lead to something that does. */
  #isOtherStream(num: number): boolean {
    const known = this.#otherStreams.get(num);
    if (known !== undefined) return known;
    this.#otherStreams.set(num, false);
    const stream = this.before.resolve(new PdfRef(num, 0));
    const decoding = stream instanceof PdfStream ? decodedWith.map((key) => stream.dict.get(key)) : [];
    const other = this.differ(num) || this.#leadsToOther(decoding);
    this.#otherStreams.set(num, other);
    return other;
  }

  #leadsToOther(values: readonly (PdfObject | undefined)[]): boolean {
    const seen = new Set<number>();
    const waiting = [...values];
    for (let value = waiting.pop(); value !== undefined || waiting.length > 0; value = waiting.pop()) {
      if (value instanceof PdfRef) {
        if (seen.has(value.num)) continue;
        seen.add(value.num);
        if (this.differ(value.num)) return true;
        waiting.push(this.before.resolve(value));
      } else if (Array.isArray(value)) for (const element of value) waiting.push(element);
      else for (const entry of asDict(value)?.values() ?? []) waiting.push(entry);
    }
    return false;
  }
}

const decodedWith = ["Length", "Filter", "DecodeParms"];

type Used = Exclude<XrefEntry, { kind: "free" }>;

const inUse = (entry: XrefEntry | undefined): Used | undefined =>
  entry === undefined || entry.kind === "free" ? undefined : entry;
