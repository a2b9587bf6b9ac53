import type { IncomingMessage } from "node:http";
import express, { type RequestHandler } from "express";
import { Failure } from "../../failure/failure.js";
import type { Limits } from "../../platform.js";
import { bodyLimit } from "../../request/bodyLimit.js";
import { jsonTypes } from "../../request/mediaType.js";

/**
 * Reads a body of JSON: any value, `null` too, which some clients send along with a GET. One without a media type is
 * taken for JSON. Threat: a form on a stranger's page can send text that is JSON from a browser that has a client
 * certificate, but no type of JSON and never none; so other types are not read.
 * @throws Failure `body_malformed`
 */
export function dialectBody(limits: Limits): RequestHandler[] {
  const type = (request: IncomingMessage) => {
    const given = request.headers["content-type"];
    return given === undefined || given === "" || jsonTypes.some((known) => isOf(known, given));
  };
  return [express.text({ limit: bodyLimit(limits), type, defaultCharset: "utf-8" }), parseBody];
}

const parseBody: RequestHandler = (request, _response, next) => {
  const text: unknown = request.body;
  if (typeof text === "string") request.body = text === "" ? undefined : parsed(text);
  next();
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text, hasLongId.test(text) ? exactId : undefined);
  } catch (error) {
    const why = error instanceof RangeError ? "is nested too deeply" : "is not valid JSON";
    throw new Failure("body_malformed", `The request body ${why}.`, { cause: error });
  }
}

/** A member whose number a double may not hold. Looked for first: calling a function for each value costs more than parsing. */
const hasLongId = /id"\s*:\s*[0-9]{16}/i;

/**
 * Ids are numbers to some callers: those of 64 bits, which a double does not hold, are read as the digits that were sent
 * instead of another id's.
 */
function exactId(name: string, value: unknown, context?: { source?: string }): unknown {
  const isExact = typeof value !== "number" || !Number.isInteger(value) || Number.isSafeInteger(value);
  return isExact || !/id$/i.test(name) ? value : (context?.source ?? value);
}

/** @param type as `application/json` or `application/*+json` */
function isOf(type: string, given: string): boolean {
  const essence = given.split(";", 1)[0]!.trim().toLowerCase();
  return type.includes("*") ? /^application\/[\w.-]+\+json$/.test(essence) : essence === type;
}
