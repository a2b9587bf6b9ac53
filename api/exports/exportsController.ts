import { Readable } from "node:stream";
import { Controller, Get, Produces, Query, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { contentDisposition } from "../documents/disposition.js";
import type { OrderState } from "../orders/state.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import type { ProblemView } from "../request/problemView.js";
import { exportOrders } from "./exportOrders.js";

const mediaTypes = { csv: "text/csv; charset=utf-8", jsonl: "application/jsonl; charset=utf-8" } as const;

@Route("v1/exports")
@Tags("Orders")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class ExportsController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * All orders that a filter finds, newest first, as a file: CSV (RFC 4180), or JSON with an order a line. Signing
   * links are not in it.
   * @summary Export orders
   * @param format `csv` by default
   * @param state Only orders in this state
   * @param external_id Only orders with this id of the caller's own
   * @param text Only orders that hold all these words
   * @param signer Only orders with a signer of this e-mail address or number
   * @param label Only orders with this label
   * @param created_from Only orders made at this time or later
   * @param created_to Only orders made before this time
   * @maxLength external_id 200
   * @maxLength text 200
   * @maxLength signer 254
   * @maxLength label 60
   */
  @Get("orders")
  @Produces("text/csv")
  @Security("api_key", ["orders:read"])
  public async exportOrders(
    @Request() request: ExpressRequest,
    @Query() format: "csv" | "jsonl" = "csv",
    @Query() state?: OrderState,
    @Query() external_id?: string,
    @Query() text?: string,
    @Query() signer?: string,
    @Query() label?: string,
    @Query() created_from?: Date,
    @Query() created_to?: Date,
  ): Promise<Readable> {
    const filter = {
      state: state ?? null,
      externalId: external_id ?? null,
      text: text ?? null,
      signer: signer ?? null,
      label: label ?? null,
      profile: null,
      createdFrom: created_from ?? null,
      createdTo: created_to ?? null,
    };
    this.setHeader("Content-Type", mediaTypes[format]);
    this.setHeader("Content-Disposition", contentDisposition("attachment", `orders.${format}`));
    return Readable.from(exportOrders(this.platform, callerOf(request), filter, format));
  }
}
