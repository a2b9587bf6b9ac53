import { Readable } from "node:stream";
import { Controller, Get, Path, Produces, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { contentDisposition } from "../documents/disposition.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { makeEvidence } from "./evidence.js";

@Route("v1/orders/{order}/evidence")
@Tags("Evidence")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class EvidenceController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * A ZIP that proves the order without this service: documents, signatures, certificates and the audit trail, with
   * a text on how to check them.
   * @summary Download the evidence
   */
  @Get()
  @Produces("application/zip")
  @Security("api_key", ["orders:read"])
  public async getEvidence(@Request() request: ExpressRequest, @Path() order: string): Promise<Readable> {
    const zip = await makeEvidence(this.platform, callerOf(request), idFromPath("ord", order, "order"));
    this.setHeader("Content-Type", "application/zip");
    this.setHeader("Content-Length", String(zip.length));
    this.setHeader("Content-Disposition", contentDisposition("attachment", `evidence-${order}.zip`));
    return Readable.from([zip], { objectMode: false });
  }
}
