import { Failure, notFound } from "../failure/failure.js";
import { type IdPrefix, parsePublicId } from "../ids/id.js";

/** A page of a list. */
export interface Page<T> {
  data: T[];
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; null on the last. */
  next_cursor: string | null;
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
