import type { Request } from "express";
import { Failure } from "../failure/failure.js";

export type TrailFormat = "json" | "text" | "html" | "xml" | "pdf";

/** In this order where a caller has no preference. */
const mediaTypes: Readonly<Record<TrailFormat, string>> = {
  json: "application/json",
  text: "text/plain",
  html: "text/html",
  xml: "application/xml",
  pdf: "application/pdf",
};

/** The same as `application/xml` (RFC 7303, 9.2). */
const otherXml = "text/xml";

/** The Content-Type of a rendering. All but the PDF are UTF-8. */
export function contentTypeOf(format: TrailFormat): string {
  return format === "pdf" ? mediaTypes.pdf : `${mediaTypes[format]}; charset=utf-8`;
}

/** How the file is called where it is saved. */
export function extensionOf(format: TrailFormat): string {
  return format === "text" ? "txt" : format;
}

/**
 * The rendering that a caller accepts most (RFC 9110 12.5.1).
 * @throws Failure `not_acceptable`
 */
export function acceptedFormat(request: Request): TrailFormat {
  const accepted = request.accepts([...Object.values(mediaTypes), otherXml]);
  if (accepted === otherXml) return "xml";
  const format = (Object.keys(mediaTypes) as TrailFormat[]).find((each) => mediaTypes[each] === accepted);
  if (format !== undefined) return format;
  throw new Failure(
    "not_acceptable",
    `The audit trail is there as ${Object.values(mediaTypes).join(", ")}; Accept must allow one of them.`,
  );
}
