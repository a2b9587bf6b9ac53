import express, { type Request, type RequestHandler, Router } from "express";
import { type CsvSource, readCsvList } from "./csvLines.js";

const sources = new WeakMap<Request, CsvSource>();

/**
 * Takes `text/csv` where a list of orders is taken, 2 MB at most: what follows sees it as if it had come as JSON.
 */
export function csvBody(): Router {
  const router = Router({ mergeParams: true });
  const read = express.text({ type: "text/csv", limit: 2_000_000, defaultCharset: "utf-8" });
  const asJson: RequestHandler = (request, _response, next) => {
    if (typeof request.body === "string") {
      const { lines, source } = readCsvList(request.body);
      sources.set(request, source);
      request.body = { lines };
    }
    next();
  };
  router.post("/", read, asJson);
  return router;
}

/** Where the lines of a list stood in the CSV that they came in; null for JSON. */
export function csvSourceOf(request: Request): CsvSource | null {
  return sources.get(request) ?? null;
}
