import type { RequestHandler } from "express";
import { Failure } from "../failure/failure.js";

interface Place {
  readonly path: string;
  readonly value: unknown;
  readonly depth: number;
}

/** Levels of a body: what goes through one level by level, as JSON.stringify does, runs out of stack far beyond. */
const mostDeep = 500;

/**
 * Refuses text that cannot be kept as it was sent: U+0000, which PostgreSQL takes in no text, and halves of surrogate
 * pairs, which have no UTF-8 and no canonical JSON (RFC 8785 3.2.2.2). It looks at body, query and names of files. What is
 * nested deeper than anything that is asked for is refused on the way.
 */
export const requireStorableText: RequestHandler = (request, _response, next) => {
  const files = Array.isArray(request.files) ? request.files.map(({ originalname }) => originalname) : [];
  const places: Place[] = [
    { path: "", value: request.body, depth: 0 },
    { path: "", value: request.query, depth: 0 },
    ...files.map((value, index) => ({ path: `file[${index}]`, value, depth: 0 })),
  ];
  // A list and no recursion: nothing has bounded yet how deep a stranger's JSON goes.
  for (let place = places.pop(); place; place = places.pop()) {
    const { path, value } = place;
    const depth = place.depth + 1;
    if (depth > mostDeep) throw tooDeep(path);
    if (typeof value === "string") requireStorable(path, value);
    else if (Array.isArray(value))
      value.forEach((one, index) => void places.push({ path: `${path}[${index}]`, value: one, depth }));
    else if (typeof value === "object" && value !== null && !Buffer.isBuffer(value)) {
      for (const [key, one] of Object.entries(value)) {
        requireStorable(path, key);
        places.push({ path: path === "" ? key : `${path}.${key}`, value: one, depth });
      }
    }
  }
  next();
};

function requireStorable(path: string, text: string): void {
  if (!text.includes("\u0000") && text.isWellFormed()) return;
  const param = path === "" ? "body" : path;
  throw new Failure("field_invalid", `${param} holds U+0000 or half of a surrogate pair, which is no text.`, {
    param,
  });
}

/** @param path of which the beginning tells enough */
function tooDeep(path: string): Failure {
  const param = path.split(/[.[]/, 1)[0] || "body";
  return new Failure("field_invalid", `${param} is nested deeper than ${mostDeep} levels.`, { param });
}
