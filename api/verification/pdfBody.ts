import express, { type RequestHandler, Router } from "express";
import type { Limits } from "../platform.js";

/** Takes `application/pdf` where a document is to be verified: what follows sees it as if it had come as JSON. */
export function pdfBody(limits: Limits): Router {
  const router = Router();
  const read = express.raw({ type: "application/pdf", limit: limits.documentBytes });
  const asJson: RequestHandler = (request, _response, next) => {
    if (Buffer.isBuffer(request.body)) {
      bodies.set(request, request.body);
      request.body = { document: "" };
    }
    next();
  };
  router.post("/", read, asJson);
  return router;
}

const bodies = new WeakMap<object, Buffer>();

/** The PDF that a request came as; null for JSON. */
export const pdfBodyOf = (request: object): Buffer | null => bodies.get(request) ?? null;
