import type { Request, RequestHandler } from "express";
import multer from "multer";
import type { Upload } from "../documents/upload.js";
import { Failure } from "../failure/failure.js";
import type { Limits } from "../platform.js";

/**
 * Takes `multipart/form-data` where JSON is taken as well: one part holds the JSON body, each part `file` a document.
 * What follows sees the body as if it had come as JSON, and the files beside it.
 * @param part name of the part with the JSON
 */
export function multipartBody(limits: Limits, part: "order" | "template"): RequestHandler {
  const parse = multer({
    storage: multer.memoryStorage(),
    // Names of files are UTF-8 as browsers and curl send them (RFC 7578 4.2).
    defParamCharset: "utf8",
    limits: {
      fileSize: limits.documentBytes,
      files: limits.documentsPerOrder,
      fields: 1,
      fieldSize: 1_000_000,
      parts: limits.documentsPerOrder + 1,
    },
  }).array("file");
  return (request, response, next) => {
    if (!request.is("multipart/form-data")) {
      next();
      return;
    }
    parse(request, response, (error: unknown) => {
      if (error) {
        next(error instanceof Error && !("code" in error) ? unreadable(error) : error);
        return;
      }
      try {
        request.body = jsonPart(request, part);
        next();
      } catch (failure) {
        next(failure);
      }
    });
  };
}

/** The files of a multipart request, in the order sent; none for JSON. */
export function uploadsOf(request: Request): readonly Upload[] {
  if (!Array.isArray(request.files)) return [];
  return request.files.map((file) => ({ name: file.originalname, bytes: file.buffer }));
}

function jsonPart(request: Request, name: string): unknown {
  const part: unknown = (request.body as Record<string, unknown> | undefined)?.[name];
  if (part === undefined) return {};
  try {
    return JSON.parse(String(part));
  } catch (error) {
    throw new Failure("body_malformed", `The part \`${name}\` is not valid JSON.`, {
      param: name,
      cause: error,
    });
  }
}

function unreadable(cause: Error): Failure {
  return new Failure("body_malformed", "The multipart body cannot be read.", { cause });
}
