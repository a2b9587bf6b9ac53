import { type Request, type Response, Router } from "express";
import { readTrail } from "../../../auditTrail/readTrail.js";
import { reportAsHtml, trailPolicy } from "../../../auditTrail/renderings/html.js";
import { contentDisposition } from "../../../documents/disposition.js";
import { Failure } from "../../../failure/failure.js";
import type { Platform } from "../../../platform.js";
import { requireCall } from "../../../request/requireCall.js";
import { answer } from "../answer.js";
import type { DocumentDigests } from "../documentDigests.js";
import { orderIdOf } from "../orderIdOf.js";
import { presentEuSesOrder } from "../presentOrder.js";
import { readWhole } from "../readOrder.js";
import { requireNoQuery } from "../requireNoQuery.js";
import type { EuSesAudit } from "./audit.js";
import { auditLines } from "./auditLines.js";
import { auditPaper } from "./auditPaper.js";
import { auditReport } from "./auditReport.js";
import { auditAsText } from "./auditText.js";

const mediaTypes = ["application/json", "text/plain", "text/html", "application/pdf"] as const;

/** `GET /signatures/{id}/audit`, in the media type that the caller accepts most. */
export function auditRouter(platform: Platform, digests: DocumentDigests): Router {
  const router = Router();
  router.get(["/signatures/:id/audit", "/signature/:id/audit"], async (request, response) => {
    const caller = requireCall(request, "orders:read");
    requireNoQuery(request);
    const mediaType = acceptedType(request);
    const orderId = await orderIdOf(platform, caller, String(request.params["id"]));
    const whole = await readWhole(platform, digests, caller, orderId);
    const read = await readTrail(platform, caller, orderId);
    const view = presentEuSesOrder(platform, whole);
    const audit: EuSesAudit = {
      SignatureData: view,
      AuditData: auditLines(read.trail, view.id, whole.revisions),
    };
    response.set("Vary", "Accept");
    switch (mediaType) {
      case "application/json":
        return answer(request, response, audit);
      case "text/plain":
        return send(response, mediaType, `${view.id}.txt`, auditAsText(audit));
      case "text/html":
        response.set("Content-Security-Policy", `${trailPolicy}; frame-ancestors 'none'; sandbox`);
        return send(
          response,
          mediaType,
          `${view.id}.html`,
          reportAsHtml(auditReport(audit, read.order.mode === "test")),
        );
      case "application/pdf": {
        const { order, audit: exported } = read;
        const paper = await auditPaper(platform, { tenantId: caller.tenantId, order, exported, audit });
        return send(response, mediaType, `${view.id}.pdf`, paper);
      }
    }
  });
  return router;
}

/** @throws Failure `not_acceptable` */
function acceptedType(request: Request): (typeof mediaTypes)[number] {
  const accepted = request.accepts([...mediaTypes]);
  const found = mediaTypes.find((type) => type === accepted);
  if (found !== undefined) return found;
  throw new Failure(
    "not_acceptable",
    `The audit is there as ${mediaTypes.join(", ")}; Accept must allow one of them.`,
  );
}

function send(response: Response, mediaType: string, name: string, body: string | Uint8Array): void {
  response
    .set("Content-Type", mediaType === "application/pdf" ? mediaType : `${mediaType}; charset=utf-8`)
    .set("Content-Disposition", contentDisposition("inline", `audit-${name}`))
    .send(typeof body === "string" ? body : Buffer.from(body));
}
