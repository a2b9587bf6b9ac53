import type { RequestHandler } from "express";
import { Failure } from "../failure/failure.js";

interface Place {
  readonly path: string;
  readonly value: unknown;
}

/**
 * Refuses text that cannot be kept as it was sent: U+0000, which PostgreSQL takes in no text, and halves of surrogate
 * pairs, which have no UTF-8 and no canonical JSON (RFC 8785 3.2.2.2). It looks at body, query and names of files.
 */
export const requireStorableText: RequestHandler = (request, _response, next) => {
  const files = Array.isArray(request.files) ? request.files.map(({ originalname }) => originalname) : [];
  const places: Place[] = [
    { path: "", value: request.body },
    { path: "", value: request.query },
    ...files.map((value, index) => ({ path: `file[${index}]`, value })),
  ];
  // A list and no recursion: nothing bounds how deep a stranger's JSON goes.
  for (let place = places.pop(); place; place = places.pop()) {
    const { path, value } = place;
    if (typeof value === "string") requireStorable(path, value);
    else if (Array.isArray(value))
      value.forEach((one, index) => void places.push({ path: `${path}[${index}]`, value: one }));
    else if (typeof value === "object" && value !== null && !Buffer.isBuffer(value)) {
      for (const [key, one] of Object.entries(value)) {
        requireStorable(path, key);
        places.push({ path: path === "" ? key : `${path}.${key}`, value: one });
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
