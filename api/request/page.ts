import { Failure, notFound } from "../failure/failure.js";
import { type IdPrefix, parsePublicId } from "../ids/id.js";

/** A page of a list. */
export interface Page<T> {
  data: T[];
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; null on the last. */
  next_cursor: string | null;
}

/**
 * The page that was asked for.
 * @param found as far as there are: its objects, and one more, which says that there is a next page
 * @param limit objects of a page
 * @param cursorOf the cursor of what comes behind an object
 */
export function pageOf<Row, View>(
  found: readonly Row[],
  limit: number,
  present: (row: Row) => View,
  cursorOf: (last: View) => string,
): Page<View> {
  const data = found.slice(0, limit).map((row) => present(row));
  const hasMore = found.length > limit;
  return { data, has_more: hasMore, next_cursor: hasMore ? cursorOf(data.at(-1)!) : null };
}

/** Reads an id from a path. One that is malformed names nothing. @throws Failure `not_found` */
export function idFromPath(prefix: IdPrefix, text: string, what: string): string {
  const id = parsePublicId(prefix, text);
  if (id === null) throw notFound(what);
  return id;
}

/** Reads a cursor, which is the id of the last object of the page before. @throws Failure `cursor_invalid` */
export function readCursor(prefix: IdPrefix, text: string | undefined): string | null {
  if (text === undefined) return null;
  const id = parsePublicId(prefix, text);
  if (id === null) {
    throw new Failure("cursor_invalid", "cursor must be the next_cursor of an earlier page.", {
      param: "cursor",
    });
  }
  return id;
}
