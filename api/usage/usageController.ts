import { Controller, Get, Query, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { type Page, pageOf, readCursor } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { readUsage, type UsageEvent } from "./usageEvents.js";

/** One signer's first signature in an order. */
export interface UsageEventView {
  id: string;
  object: "usage_event";
  mode: "test" | "live";
  order: string;
  signer: string;
  profile: string | null;
  labels: string[];
  occurred_at: string;
}

@Route("v1/usage")
@Tags("Usage")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class UsageController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * What was used, newest first: one event for each signer of an order, written with their first signature.
   * @summary List usage events
   * @param limit How many, 1 to 100
   * @param cursor `next_cursor` of the page before
   * @param occurred_from Only events of this time or later
   * @param occurred_to Only events before this time
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get()
  @Security("api_key", ["orders:read"])
  public async listUsage(
    @Request() request: ExpressRequest,
    @Query() limit = 20,
    @Query() cursor?: string,
    @Query() occurred_from?: Date,
    @Query() occurred_to?: Date,
  ): Promise<Page<UsageEventView>> {
    const { tenantId, mode } = callerOf(request);
    const before = readCursor("usg", cursor);
    const events = await this.platform.database.withTenant(tenantId, (transaction) =>
      readUsage(transaction, mode, {
        before,
        from: occurred_from ?? null,
        to: occurred_to ?? null,
        limit: limit + 1,
      }),
    );
    return pageOf(events, limit, present, ({ id }) => id);
  }
}

function present(event: UsageEvent): UsageEventView {
  return {
    id: publicId("usg", event.id),
    object: "usage_event",
    mode: event.mode,
    order: publicId("ord", event.orderId),
    signer: publicId("sgr", event.signerId),
    profile: event.profileId && publicId("prf", event.profileId),
    labels: [...event.labels],
    occurred_at: event.occurredAt.toISOString(),
  };
}
