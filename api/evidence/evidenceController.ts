import type { Readable } from "node:stream";
import { Controller, Get, Path, Produces, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { contentDisposition } from "../documents/disposition.js";
import { readOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { streamed } from "../request/streamed.js";
import { readEvidenceFile, readEvidenceRevisions } from "./evidenceRows.js";
import { type EvidenceFileView, presentEvidenceFile } from "./evidenceViews.js";
import { fetchEvidence } from "./fetchEvidence.js";
import { containerName } from "./fileName.js";
import { containerMediaType } from "./storeRevision.js";

@Route("v1/orders/{order}/evidence")
@Tags("Evidence")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class EvidenceController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * The evidence file: an ASiC-E container (ETSI EN 319 162-1, level B-LTA) that proves the order without this service:
   * documents, audit trail, consents, page records, certificates, revocation data, time-stamps, and a text on how to
   * check each. With the documents as long as they are there; then as it was stored, with their hashes.
   * `npx paraph verify-evidence FILE` checks it offline, and so does EU DSS.
   * @summary Download the evidence file
   */
  @Get()
  @Produces("application/vnd.etsi.asic-e+zip")
  @Security("api_key", ["orders:read"])
  public async getEvidence(@Request() request: ExpressRequest, @Path() order: string): Promise<Readable> {
    const orderId = idFromPath("ord", order, "order");
    const { size, parts } = await fetchEvidence(this.platform, callerOf(request), orderId);
    this.setHeader("Content-Type", containerMediaType);
    this.setHeader("Content-Length", String(size));
    this.setHeader("Content-Disposition", contentDisposition("attachment", containerName(orderId)));
    return streamed(request, parts(), this.platform.log);
  }

  /**
   * Whether the evidence is stored, its revisions with their hashes, until when the store refuses to delete them, and when
   * the time-stamps are renewed.
   * @summary Read how the evidence is kept
   */
  @Get("status")
  @Security("api_key", ["orders:read"])
  public async getEvidenceStatus(
    @Request() request: ExpressRequest,
    @Path() order: string,
  ): Promise<EvidenceFileView> {
    const { tenantId, mode } = callerOf(request);
    const orderId = idFromPath("ord", order, "order");
    return this.platform.database.withTenant(tenantId, async (transaction) => {
      const [, file, revisions] = await Promise.all([
        readOrder(transaction, orderId, mode),
        readEvidenceFile(transaction, orderId),
        readEvidenceRevisions(transaction, [orderId]),
      ]);
      return presentEvidenceFile(orderId, mode, file, revisions);
    });
  }
}
