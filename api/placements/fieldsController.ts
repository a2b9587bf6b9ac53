import { Body, Controller, Get, Path, Put, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { visitorOf } from "../request/visitor.js";
import { type FieldsRequest, type FieldsView, presentField } from "./fieldViews.js";
import { fillFields } from "./fillFields.js";
import { listFields } from "./listFields.js";

@Route("v1/orders/{order}/signers/{signer}/fields")
@Tags("Signers")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class FieldsController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Lists where a signer signs and what they fill in.
   * @summary List a signer's fields
   */
  @Get()
  @Security("api_key", ["orders:read"])
  public async listFields(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() signer: string,
  ): Promise<FieldsView> {
    const { tenantId, mode } = callerOf(request);
    const orderId = idFromPath("ord", order, "order");
    const signerId = idFromPath("sgr", signer, "signer");
    const placements = await listFields(this.platform, tenantId, orderId, signerId, mode);
    return { data: placements.map(presentField) };
  }

  /**
   * Fills in a signer's fields in their place, all or none, as long as they have not signed. A code that was sent
   * before is void afterwards: fill in first, then have the code sent. Sending the same again changes nothing.
   * @summary Fill in a signer's fields
   */
  @Put()
  @Security("api_key", ["orders:write"])
  public async fillFields(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() signer: string,
    @Body() body: FieldsRequest,
  ): Promise<FieldsView> {
    const { tenantId, apiKeyId, mode } = callerOf(request);
    const placements = await fillFields(
      this.platform,
      tenantId,
      idFromPath("ord", order, "order"),
      idFromPath("sgr", signer, "signer"),
      body.values,
      visitorOf(request, apiKeyId),
      mode,
    );
    return { data: placements.map(presentField) };
  }
}
