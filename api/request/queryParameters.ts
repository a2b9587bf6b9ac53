import type { RequestHandler } from "express";
import { Failure } from "../failure/failure.js";

/** What of an OpenAPI description is looked at. */
export interface DescribedPaths {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>>
  >;
}

interface Parameter {
  readonly in: string;
  readonly name: string;
}

interface Call {
  /** Lower case. */
  readonly method: string;
  readonly path: RegExp;
  readonly names: readonly string[];
}

/**
 * Refuses query parameters that the description of a call does not have: a filter misspelt would otherwise filter
 * nothing, and answer with everything.
 * @param description whose calls are known; paths that it does not have are let through
 * @returns a handler to be mounted at the top
 */
export function requireKnownParameters(description: DescribedPaths): RequestHandler {
  const calls = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]): Call => {
      const names = parameters.filter((parameter) => parameter.in === "query").map(({ name }) => name);
      return { method, path: asRouted(path), names };
    }),
  );
  return (request, _response, next) => {
    const given = Object.keys(request.query);
    if (given.length > 0) {
      const method = request.method === "HEAD" ? "get" : request.method.toLowerCase();
      const path = `${request.baseUrl}${request.path}`;
      const call = calls.find((known) => known.method === method && known.path.test(path));
      const unknown = call && given.find((name) => !call.names.includes(name));
      if (call && unknown !== undefined) throw refusal(unknown, call.names);
    }
    next();
  };
}

/** As routes are found: whatever the case of letters, with or without a slash at the end. */
function asRouted(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(".", "\\.").replaceAll(/\{[^}]*\}/g, "[^/]+")}/?$`, "i");
}

function refusal(name: string, known: readonly string[]): Failure {
  const param = name.slice(0, 120) || "query";
  const there = known.length === 0 ? "none" : known.join(", ");
  return new Failure("field_invalid", `${param} is no query parameter that is taken here; ${there} are.`, {
    param,
  });
}
