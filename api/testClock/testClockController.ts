import { Body, Controller, Path, Post, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { type OrderView, presentOrder } from "../orders/orderViews.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idempotencyKeyOf } from "../request/idempotencyKey.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { replayed } from "../request/replayed.js";
import { advanceTestClock } from "./advanceOrder.js";

export interface AdvanceRequest {
  /**
   * By how many seconds the order's time is moved on.
   * @isInt
   * @minimum 1
   * @maximum 345600000
   */
  seconds: number;
}

@Route("v1/orders/{order}/test-clock")
@Tags("Orders")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class TestClockController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Moves a test order's time on, so that reminders, expiry and retention can be tried in a minute. What has become
   * due happens within a second or two. Codes, certificates and signatures keep the real time.
   * @summary Move a test order's time on
   */
  @Post()
  @Security("api_key", ["orders:write"])
  public async advance(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Body() body: AdvanceRequest,
  ): Promise<OrderView> {
    const outcome = await advanceTestClock(
      this.platform,
      callerOf(request),
      idFromPath("ord", order, "order"),
      body.seconds,
      idempotencyKeyOf(request),
      (whole) => presentOrder(this.platform, whole),
    );
    return replayed(this, outcome);
  }
}
