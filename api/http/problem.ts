import { ValidateError } from "@tsoa/runtime";
import type { ErrorRequestHandler, Request } from "express";
import { MulterError } from "multer";
import { dialectOf } from "../dialects/dialects.js";
import { type FailureCode, failureCodes } from "../failure/codes.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import { ObjectStoreError } from "../ports/objectStore.js";
import { TimestampError } from "../ports/timestampAuthority.js";
import { invalidField } from "./invalidField.js";

/** A problem document (RFC 9457), with the members that are ours: `code`, `param`, `request_id`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** One sentence for the caller. */
  readonly detail: string;
  /** Stable; what a program switches over. */
  readonly code: FailureCode;
  /** The field at fault. */
  readonly param?: string;
  readonly request_id: string;
  readonly [extension: string]: unknown;
}

/** The only place where an error becomes HTTP. */
export function problemHandler(
  platform: Pick<Platform, "log" | "limits" | "publicUrl">,
): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const failure = asFailure(platform, error, request);
    const status = failureCodes[failure.code];
    const requestId = String(request.res?.locals["requestId"] ?? "");
    if (status >= 500) {
      platform.log.error(
        { request_id: requestId, code: failure.code, error: failure.cause ?? error },
        "request failed",
      );
    }
    const retryAfter = failure.extensions["retry_after"];
    if (typeof retryAfter === "number") response.setHeader("Retry-After", String(retryAfter));
    if (status === 401) response.setHeader("WWW-Authenticate", 'Bearer realm="paraph"');
    const dialect = dialectOf(request.path);
    if (dialect) {
      response
        .status(dialect.refusals.status(failure, status))
        .json(dialect.refusals.body(failure, requestId));
      return;
    }
    const problem: Problem = {
      ...inDialectOf(request, failure.extensions),
      type: `${platform.publicUrl}/errors#${failure.code}`,
      title: failure.code.replaceAll("_", " "),
      status,
      detail: failure.message,
      code: failure.code,
      ...(failure.param !== undefined && { param: failure.param }),
      request_id: requestId,
    };
    response.status(status).type("application/problem+json").send(JSON.stringify(problem));
  };
}

/** The answer where no route is. */
export function noSuchRoute(request: Request): never {
  throw new Failure(
    "not_found",
    `There is nothing at ${request.method} on this path; /docs lists what there is.`,
  );
}

/** The signer's page counts tries under the name that its calls have for them. */
function inDialectOf(request: Request, extensions: Failure["extensions"]): Failure["extensions"] {
  if (!request.path.startsWith("/s/")) return extensions;
  const { remaining_attempts: remainingAttempts, ...rest } = extensions;
  return remainingAttempts === undefined ? rest : { ...rest, remainingAttempts };
}

function asFailure(platform: Pick<Platform, "limits">, error: unknown, request: Request): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof ValidateError) return invalidField(error, request.body);
  if (error instanceof MulterError) return badUpload(platform, error);
  if (error instanceof ObjectStoreError) {
    return new Failure("unavailable", "The document store cannot be reached just now; try again.", {
      cause: error,
      extensions: { retry_after: 5 },
    });
  }
  if (error instanceof TimestampError) {
    return new Failure(
      "unavailable",
      "No time-stamp can be had from the time-stamp authority just now; try again.",
      {
        cause: error,
        extensions: { retry_after: 30 },
      },
    );
  }
  if (error instanceof URIError) return new Failure("not_found", "The path is not a valid URL.");
  const type = bodyParserType(error);
  if (type === "entity.too.large") return bodyTooLarge(platform, error, request.path);
  if (type === "entity.parse.failed")
    return new Failure("body_malformed", "The request body is not valid JSON.");
  if (type === "charset.unsupported" || type === "encoding.unsupported")
    return new Failure(
      "media_type_unsupported",
      "Send JSON in UTF-8, compressed by gzip, deflate, br or not at all.",
    );
  if (type !== null)
    return new Failure("request_invalid", "The request body cannot be read.", { cause: error });
  return new Failure("internal_error", "Something went wrong on our side; the request_id helps us find it.", {
    cause: error,
  });
}

/** Names the limit that the caller can do something about: where documents are taken, that of a document. */
function bodyTooLarge(platform: Pick<Platform, "limits">, error: unknown, path: string): Failure {
  const { documentBytes } = platform.limits;
  if (path.startsWith("/v1/")) {
    return new Failure(
      "body_too_large",
      `The request body is too large; a document may have at most ${documentBytes} bytes (MAX_DOCUMENT_BYTES).`,
      { extensions: { limit: documentBytes } },
    );
  }
  const { limit } = error as { limit: number };
  return new Failure(
    "body_too_large",
    `The request body is larger than ${limit} bytes, the most that is taken here.`,
    {
      extensions: { limit },
    },
  );
}

function badUpload(platform: Pick<Platform, "limits">, error: MulterError): Failure {
  const { documentBytes, documentsPerOrder } = platform.limits;
  switch (error.code) {
    case "LIMIT_FILE_SIZE":
      return new Failure(
        "document_too_large",
        `The document is larger than ${documentBytes} bytes, the most that is taken (MAX_DOCUMENT_BYTES).`,
        { param: error.field ?? "file", extensions: { limit: documentBytes } },
      );
    case "LIMIT_FILE_COUNT":
      return new Failure("field_invalid", `At most ${documentsPerOrder} files are taken.`, {
        param: "file",
        extensions: { limit: documentsPerOrder },
      });
    default:
      return new Failure(
        "request_invalid",
        "The multipart body takes one field, `order` or `template`, and files named `file`.",
        {
          ...(error.field !== undefined && { param: error.field }),
          cause: error,
        },
      );
  }
}

/**
 * Body parsers tag their errors with a status, and with a type but for what zlib says of a body that is not compressed as
 * its header says; anything else is a fault of ours.
 */
function bodyParserType(error: unknown): string | null {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return null;
  if (error.status < 400 || error.status >= 500) return null;
  return "type" in error && typeof error.type === "string" ? error.type : "entity.undecodable";
}
