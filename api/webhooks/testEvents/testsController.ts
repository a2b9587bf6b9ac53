import { Body, Controller, Path, Post, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { remember } from "../../idempotency/once.js";
import { publicId } from "../../ids/id.js";
import type { Platform } from "../../platform.js";
import { callerOf } from "../../request/authentication.js";
import { idempotencyKeyOf } from "../../request/idempotencyKey.js";
import { idFromPath } from "../../request/page.js";
import type { ProblemView } from "../../request/problemView.js";
import { replayed } from "../../request/replayed.js";
import { requireType } from "../catalogue/requireType.js";
import { type AttemptView, presentAttempt } from "../history/historyViews.js";
import { sendTest, type TestResult } from "./sendTest.js";

export interface TestRequest {
  /**
   * Type of event of which an example is sent; `endpoint.test` where nothing is said.
   * @maxLength 60
   * @example "order.completed"
   */
  type?: string;
}

/** What came of a test. */
export interface TestView {
  object: "webhook_test";
  /** Its `webhook-id`. */
  notification: string;
  type: string;
  /** Whether it was answered with a status of 2xx. */
  delivered: boolean;
  /** Milliseconds from the beginning to the end of the answer. */
  duration_ms: number | null;
  /** Null: the endpoint was deleted while it was under way. */
  attempt: AttemptView | null;
}

@Route("v1/webhook-endpoints")
@Tags("Webhooks")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class TestsController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Sends a webhook endpoint an example, with `"example": true` beside its type, and answers with what came of it:
   * status, answer, times, and the reason where there was none. It works for an endpoint that is paused or disabled as
   * well, is tried once, and counts neither for nor against the endpoint. Ten tests of an endpoint can be made in a
   * minute. Repeat it safely with an `Idempotency-Key`.
   * @summary Test an endpoint
   */
  @Post("{endpoint}/test")
  @Security("api_key", ["webhooks:write"])
  public async testEndpoint(
    @Request() request: ExpressRequest,
    @Path() endpoint: string,
    @Body() body?: TestRequest,
  ): Promise<TestView> {
    const id = idFromPath("whe", endpoint, "webhook endpoint");
    const type = requireType(body?.type ?? "endpoint.test");
    const caller = callerOf(request);
    const outcome = await remember(this.platform, caller, idempotencyKeyOf(request), async () =>
      presentTest(await sendTest(this.platform, caller, id, type)),
    );
    return replayed(this, outcome);
  }
}

function presentTest({ notificationId, type, attempt }: TestResult): TestView {
  return {
    object: "webhook_test",
    notification: publicId("ntf", notificationId),
    type,
    delivered: attempt !== null && attempt.errorClass === null,
    duration_ms: attempt?.timing.total ?? null,
    attempt: attempt && presentAttempt(attempt),
  };
}
