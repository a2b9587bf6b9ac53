import { Body, Controller, Patch, Path, Post, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idempotencyKeyOf } from "../request/idempotencyKey.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { replayed } from "../request/replayed.js";
import { type RetentionRequest, readTerms } from "../retention/retentionRequest.js";
import { editOrder } from "./editOrder.js";
import { extendOrder } from "./extendOrder.js";
import type { OrderWithParts } from "./order.js";
import type { RemindersRequest } from "./orderSettings.js";
import { type OrderView, presentOrder } from "./orderViews.js";

/** What is left out stays as it is. */
export interface EditOrderRequest {
  /**
   * Of a draft only.
   * @minLength 1
   * @maxLength 200
   */
  title?: string;
  /**
   * Of a draft only; null: none.
   * @minLength 1
   * @maxLength 2000
   */
  message?: string | null;
  /**
   * All of them: 20 at most, of 1 to 60 characters.
   * @maxItems 20
   */
  labels?: string[];
  /** All of it: up to 50 keys of 40 characters, with values of 500. */
  metadata?: Record<string, string>;
  /**
   * Null: none.
   * @minLength 1
   * @maxLength 200
   */
  external_id?: string | null;
  /** Null: none any more. */
  reminders?: RemindersRequest | null;
  /**
   * Another application profile, by its code or id: codes and messages are by its rules from now on. Null: the default
   * one.
   * @minLength 1
   * @maxLength 64
   */
  profile?: string | null;
  /** What is named of it, before anybody has opened the order. */
  retention?: RetentionRequest;
}

export interface ExtendOrderRequest {
  /** Later than the present one, at most 365 days from now. */
  expires_at: Date;
}

@Route("v1/orders")
@Tags("Orders")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class OrderChangesController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Changes what a draft or a running order says of itself; title and message only of a draft.
   * @summary Change an order
   */
  @Patch("{order}")
  @Security("api_key", ["orders:write"])
  public async editOrder(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Body() body: EditOrderRequest,
  ): Promise<OrderView> {
    const { title, message, labels, metadata, external_id: externalId, reminders, profile } = body;
    const retention = body.retention && readTerms(body.retention);
    const outcome = await editOrder(
      this.platform,
      callerOf(request),
      idFromPath("ord", order, "order"),
      {
        title,
        message,
        labels: labels && [...new Set(labels)],
        metadata,
        externalId,
        reminders,
        retention,
        profile,
      },
      idempotencyKeyOf(request),
      this.present,
    );
    return replayed(this, outcome);
  }

  /**
   * Gives a draft or a running order more time. One that has ended stays ended.
   * @summary Extend an order
   */
  @Post("{order}/extend")
  @Security("api_key", ["orders:write"])
  public async extendOrder(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Body() body: ExtendOrderRequest,
  ): Promise<OrderView> {
    const outcome = await extendOrder(
      this.platform,
      callerOf(request),
      idFromPath("ord", order, "order"),
      body.expires_at,
      idempotencyKeyOf(request),
      this.present,
    );
    return replayed(this, outcome);
  }

  private readonly present = (order: OrderWithParts): OrderView => presentOrder(this.platform, order);
}
