import { readFile } from "node:fs/promises";
import express from "express";

/** The schemas of what we hand out; this file runs as dist/api/http/pages/schemasRouter.js. */
const schemas = new Map([
  ["audit-trail-1.xsd", new URL("../../../../assets/schemas/audit-trail-1.xsd", import.meta.url)],
]);

/** Serves `GET /schemas/{name}`. A schema never changes: another version of a format has another name. */
export function schemasRouter(): express.Router {
  const router = express.Router();
  router.get("/schemas/:name", async (request, response, next) => {
    const file = schemas.get(request.params.name);
    if (file === undefined) {
      next();
      return;
    }
    response
      .set({
        "Content-Type": "application/xml; charset=utf-8",
        "Cache-Control": "public, max-age=86400",
        "Cross-Origin-Resource-Policy": "cross-origin",
      })
      .send(await readFile(file));
  });
  return router;
}
