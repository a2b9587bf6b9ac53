import {
  Body,
  Controller,
  Delete,
  Get,
  Path,
  Post,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { publicId } from "../ids/id.js";
import { readOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idempotencyKeyOf } from "../request/idempotencyKey.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { replayed } from "../request/replayed.js";
import type { LegalHold } from "./legalHold.js";
import { readHolds } from "./legalHoldRows.js";
import { placeHold, releaseHold } from "./placeHold.js";

/** What keeps an order from being purged. */
export interface LegalHoldView {
  id: string;
  object: "legal_hold";
  order: string;
  reason: string;
  placed_at: string;
  /** The API key that placed it. */
  placed_by: string;
  /** Null: it stands. */
  released_at: string | null;
  released_by: string | null;
}

export interface LegalHoldList {
  data: LegalHoldView[];
}

export interface PlaceHoldRequest {
  /**
   * Why the order is kept; it is not told to its signers.
   * @minLength 1
   * @maxLength 1000
   */
  reason: string;
}

@Route("v1/orders/{order}/legal-holds")
@Tags("Retention")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class LegalHoldsController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Keeps an order, ended or not, from being purged or erased, whatever its terms, until the hold is released. Several
   * may stand. What was removed before stays removed.
   * @summary Place a legal hold
   */
  @Post()
  @Security("api_key", ["orders:write"])
  @SuccessResponse(201, "Created")
  public async placeHold(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Body() body: PlaceHoldRequest,
  ): Promise<LegalHoldView> {
    const outcome = await placeHold(
      this.platform,
      callerOf(request),
      idFromPath("ord", order, "order"),
      body.reason,
      idempotencyKeyOf(request),
      present,
    );
    this.setStatus(201);
    return replayed(this, outcome);
  }

  /**
   * All legal holds of an order, those that were released too, oldest first.
   * @summary List legal holds
   */
  @Get()
  @Security("api_key", ["orders:read"])
  public async listHolds(@Request() request: ExpressRequest, @Path() order: string): Promise<LegalHoldList> {
    const { tenantId, mode } = callerOf(request);
    const orderId = idFromPath("ord", order, "order");
    const [, holds] = await this.platform.database.withTenant(tenantId, (transaction) =>
      Promise.all([readOrder(transaction, orderId, mode), readHolds(transaction, orderId)]),
    );
    return { data: holds.map(present) };
  }

  /**
   * Releases a legal hold. When none is left, what is due is purged at once.
   * @summary Release a legal hold
   */
  @Delete("{hold}")
  @Security("api_key", ["orders:write"])
  public async releaseHold(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() hold: string,
  ): Promise<LegalHoldView> {
    const orderId = idFromPath("ord", order, "order");
    const holdId = idFromPath("hld", hold, "legal hold");
    return present(await releaseHold(this.platform, callerOf(request), orderId, holdId));
  }
}

function present(hold: LegalHold): LegalHoldView {
  return {
    id: publicId("hld", hold.id),
    object: "legal_hold",
    order: publicId("ord", hold.orderId),
    reason: hold.reason,
    placed_at: hold.placedAt.toISOString(),
    placed_by: publicId("key", hold.placedBy),
    released_at: hold.releasedAt?.toISOString() ?? null,
    released_by: hold.releasedBy && publicId("key", hold.releasedBy),
  };
}
