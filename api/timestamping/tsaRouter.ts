import express, { Router } from "express";
import type { Mode } from "../apiKeys/caller.js";
import { Failure } from "../failure/failure.js";
import type { TimestampUnit } from "./timestampUnit.js";

/** A query has an imprint, a nonce and little else. */
const maxQueryBytes = 4096;

/**
 * RFC 3161 over HTTP (clause 3.4): `POST /tsa` for anybody, under the live root; `POST /tsa/test` under the test root.
 */
export function tsaRouter(units: Readonly<Record<Mode, TimestampUnit>>): Router {
  const router = Router();
  const body = express.raw({ type: "application/timestamp-query", limit: maxQueryBytes });
  const answer = (unit: TimestampUnit): express.RequestHandler[] => [
    body,
    async (request, response) => {
      if (!Buffer.isBuffer(request.body)) {
        throw new Failure("media_type_unsupported", "Send a TimeStampReq as application/timestamp-query.");
      }
      const token = await unit.answer(request.body);
      response.type("application/timestamp-reply").set("Cache-Control", "no-store").send(Buffer.from(token));
    },
  ];
  router.post("/tsa", answer(units.live));
  router.post("/tsa/test", answer(units.test));
  return router;
}
