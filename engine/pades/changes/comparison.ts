import type { PdfDocument } from "../../pdf/document.js";
import { type PdfDict, type PdfObject, PdfRef, PdfStream } from "../../pdf/objects.js";
import { ChangeList } from "./change.js";
import { changedObjects } from "./changedObjects.js";
import { sameValue } from "./sameValue.js";

/** What one look at a document and a later revision of it shares. */
export class Comparison {
  readonly changes = new ChangeList();
  /** Numbers of the objects that may be different. */
  readonly changed: ReadonlySet<number>;
  /** Objects that have rules of their own. */
  readonly #leftOut = new Set<number>();
  /** Objects that were looked at, and are what they were, with all that they lead to. */
  readonly #kept = new Set<number>();

  constructor(
    readonly before: PdfDocument,
    readonly after: PdfDocument,
  ) {
    this.changed = changedObjects(before, after);
  }

  /** Leaves an object to the rules of its own. */
  leaveOut(object: PdfObject | undefined): void {
    if (object instanceof PdfRef) this.#leftOut.add(object.num);
  }

  /** Whether an object is another one now, itself and not what it leads to. */
  isOther(ref: PdfRef): boolean {
    return this.changed.has(ref.num) && !sameValue(this.before.resolve(ref), this.after.resolve(ref));
  }

  /**
   * Whether all that a value of the earlier revision leads to is still what it was; what was found to be is not looked
   * at again, and what was not is another one for everything that leads to it. A reference to nothing counts: something
   * may stand there now, as when content is prepared to be shown only after the signature.
   * @param unfollowed an entry of dictionaries that is not followed at any depth: names in the resources of contents can
   *   be any, so for these there must be none
   */
  isKept(value: PdfObject | undefined, unfollowed: string | null = null): boolean {
    let kept = true;
    const seen = new Set<number>();
    const waiting: PdfObject[] = value === undefined ? [] : [value];
    for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
      if (object instanceof PdfRef) {
        const { num } = object;
        if (seen.has(num) || this.#kept.has(num) || this.#leftOut.has(num)) continue;
        seen.add(num);
        if (this.isOther(object)) kept = false;
        const found = this.before.resolve(object);
        if (found !== undefined) waiting.push(found);
      } else if (object instanceof PdfStream) waiting.push(object.dict);
      else if (Array.isArray(object)) for (const element of object) waiting.push(element);
      else if (object instanceof Map) {
        for (const [key, entry] of object) if (key !== unfollowed) waiting.push(entry);
      }
    }
    // With an entry that was not followed, it is not known of all that they lead to.
    if (kept && unfollowed === null) for (const num of seen) this.#kept.add(num);
    return kept;
  }

  /**
   * The names of the entries of two dictionaries whose values are not the same, or lead to something that is not; apart
   * from those that have rules of their own.
   * @param unfollowed see `isKept`
   */
  *differing(
    before: PdfDict,
    after: PdfDict,
    own: ReadonlySet<string>,
    unfollowed: string | null = null,
  ): Generator<string> {
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      if (own.has(key)) continue;
      const same = sameValue(before.get(key), after.get(key));
      // In any case, so that all of it is known to be signed.
      const kept = this.isKept(before.get(key), unfollowed);
      if (!same || !kept) yield key;
    }
  }
}
