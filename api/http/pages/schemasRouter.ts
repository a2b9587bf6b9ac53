import { readFile } from "node:fs/promises";
import express from "express";
import { isNotificationType } from "../../webhooks/catalogue/catalogue.js";
import { payloadSchema } from "../../webhooks/catalogue/payloadSchema.js";

/** The schemas of what we hand out; this file runs as dist/api/http/pages/schemasRouter.js. */
const schemas = new Map([
  ["audit-trail-1.xsd", new URL("../../../../assets/schemas/audit-trail-1.xsd", import.meta.url)],
]);

/**
 * Serves `GET /schemas/{name}`, of which none ever changes: another version of a format has another name. And
 * `GET /schemas/events/{type}.json`, which grow as types do.
 * @param baseUrl where this server is reached: each schema of events names itself by it
 */
export function schemasRouter(baseUrl: string): express.Router {
  const router = express.Router();
  router.get("/schemas/events/:type.json", (request, response, next) => {
    const { type } = request.params;
    if (!isNotificationType(type)) {
      next();
      return;
    }
    response
      .set({
        "Content-Type": "application/schema+json; charset=utf-8",
        "Cache-Control": "public, max-age=3600",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Access-Control-Allow-Origin": "*",
      })
      .send(JSON.stringify(payloadSchema(type, baseUrl)));
  });
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
