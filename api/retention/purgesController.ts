import { Controller, Delete, Get, Path, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { notFound } from "../failure/failure.js";
import { readOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { readPurge, readPurges } from "./purgeRows.js";
import { type PurgeView, presentPurge } from "./purgeView.js";
import { purgeDocuments } from "./requestPurge.js";

export interface PurgeList {
  data: PurgeView[];
}

@Route("v1")
@Tags("Retention")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class PurgesController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Removes an ended order's documents, signed and not, before their term is over; its evidence stays, with their hashes.
   * From the answer on nobody can read them. While the purge is `pending` the store has not deleted everything yet, and
   * is asked again until it has. Asking again is answered with the same purge.
   * @summary Remove the documents
   */
  @Delete("orders/{order}/documents")
  @Security("api_key", ["orders:write"])
  public async removeDocuments(
    @Request() request: ExpressRequest,
    @Path() order: string,
  ): Promise<PurgeView> {
    const orderId = idFromPath("ord", order, "order");
    return presentPurge(await purgeDocuments(this.platform, callerOf(request), orderId));
  }

  /**
   * What of an order was purged, or is being purged, with receipts, oldest first.
   * @summary List purges
   */
  @Get("orders/{order}/purges")
  @Security("api_key", ["orders:read"])
  public async listPurges(@Request() request: ExpressRequest, @Path() order: string): Promise<PurgeList> {
    const { tenantId, mode } = callerOf(request);
    const orderId = idFromPath("ord", order, "order");
    const [, purges] = await this.platform.database.withTenant(tenantId, (transaction) =>
      Promise.all([readOrder(transaction, orderId, mode), readPurges(transaction, orderId)]),
    );
    return { data: purges.map(presentPurge) };
  }

  /** @summary Read a purge and its receipt */
  @Get("purges/{purge}")
  @Security("api_key", ["orders:read"])
  public async getPurge(@Request() request: ExpressRequest, @Path() purge: string): Promise<PurgeView> {
    const { tenantId, mode } = callerOf(request);
    const purgeId = idFromPath("pur", purge, "purge");
    return this.platform.database.withTenant(tenantId, async (transaction) => {
      const found = await readPurge(transaction, purgeId);
      const order = await readOrder(transaction, found.orderId);
      if (order.mode !== mode) throw notFound("purge");
      return presentPurge(found);
    });
  }
}
