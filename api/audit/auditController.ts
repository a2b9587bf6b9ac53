import { Controller, Get, Path, Query, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import type { AuditExport } from "../../engine/hashchain/auditExport.js";
import { readOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { type EventView, presentEvent } from "./eventView.js";
import { evidenceRemoved, exportAudit, readEvents } from "./exportAudit.js";

/** A page of an order's events. */
export interface EventPage {
  data: EventView[];
  has_more: boolean;
  /** Pass it as `after` to get the next page; null on the last. */
  next_after: number | null;
}

@Route("v1/orders/{order}")
@Tags("Audit trail")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class AuditController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * What happened to the order, oldest first.
   * @summary Read the events
   * @param after Sequence number of the last event already read
   * @param limit How many, 1 to 100
   * @isInt after must be a whole number
   * @minimum after 0
   * @maximum after 2147483647
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get("events")
  @Security("api_key", ["orders:read"])
  public async listEvents(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Query() after = 0,
    @Query() limit = 100,
  ): Promise<EventPage> {
    const caller = callerOf(request);
    const orderId = idFromPath("ord", order, "order");
    return this.platform.database.withTenant(caller.tenantId, async (transaction) => {
      const { chainLength } = await readOrder(transaction, orderId, caller.mode);
      const events = await readEvents(this.platform, transaction, orderId, { after, limit: limit + 1 });
      if (events.length === 0 && after < chainLength) throw evidenceRemoved();
      const data = events.slice(0, limit).map(presentEvent);
      const hasMore = events.length > limit;
      return { data, has_more: hasMore, next_after: hasMore ? data.at(-1)!.seq : null };
    });
  }

  /**
   * The whole hash chain as a file. `npx paraph verify-audit FILE` checks it without this service.
   * @summary Export the chain of events
   */
  @Get("audit")
  @Security("api_key", ["orders:read"])
  public async getAudit(@Request() request: ExpressRequest, @Path() order: string): Promise<AuditExport> {
    const caller = callerOf(request);
    const orderId = idFromPath("ord", order, "order");
    return this.platform.database.withTenant(caller.tenantId, async (transaction) =>
      exportAudit(this.platform, transaction, await readOrder(transaction, orderId, caller.mode)),
    );
  }
}
