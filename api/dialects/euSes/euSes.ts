import { Router } from "express";
import type { Dialect } from "../dialect.js";
import { auditRouter } from "./audit/auditRouter.js";
import { DocumentDigests } from "./documentDigests.js";
import { euSesRefusals } from "./refusals.js";
import { signaturesRouter } from "./signaturesRouter.js";
import { verifyRouter } from "./verify/verifyRouter.js";

/** The EU-SES calls of the Openapi e-signature API. */
export const euSes: Dialect = {
  paths: ["/EU-SES", "/signatures", "/signature", "/verify"],
  router(platform) {
    const router = Router();
    const digests = new DocumentDigests();
    router.use(auditRouter(platform, digests));
    router.use(verifyRouter(platform));
    router.use(signaturesRouter(platform, digests));
    return router;
  },
  refusals: euSesRefusals,
};
