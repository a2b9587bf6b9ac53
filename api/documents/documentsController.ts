import { Readable } from "node:stream";
import { Controller, Get, Path, Produces, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { contentDisposition } from "./disposition.js";
import { fetchDocument } from "./fetchDocument.js";

@Route("v1/orders/{order}/documents/{document}")
@Tags("Documents")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class DocumentsController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * The document as it was given.
   * @summary Download the source
   */
  @Get("source")
  @Produces("application/pdf")
  @Security("api_key", ["orders:read"])
  public async getSource(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() document: string,
  ): Promise<Readable> {
    return this.send(request, order, document, "source");
  }

  /**
   * The document with every signature that it carries so far; 409 while it carries none.
   * @summary Download the signed document
   */
  @Get("signed")
  @Produces("application/pdf")
  @Security("api_key", ["orders:read"])
  public async getSigned(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() document: string,
  ): Promise<Readable> {
    return this.send(request, order, document, "signed");
  }

  private async send(
    request: ExpressRequest,
    order: string,
    document: string,
    which: "source" | "signed",
  ): Promise<Readable> {
    const caller = callerOf(request);
    const file = await fetchDocument(
      this.platform,
      caller.tenantId,
      idFromPath("ord", order, "order"),
      idFromPath("doc", document, "document"),
      which,
      caller.mode,
    );
    this.setHeader("Content-Type", "application/pdf");
    this.setHeader("Content-Length", String(file.bytes.length));
    this.setHeader("Content-Disposition", contentDisposition("attachment", file.name));
    return Readable.from([file.bytes], { objectMode: false });
  }
}
