import { Controller, Get, Path, Query, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { Failure } from "../../failure/failure.js";
import type { Platform } from "../../platform.js";
import { callerOf } from "../../request/authentication.js";
import { idFromPath, type Page, pageOf, readCursor } from "../../request/page.js";
import type { ProblemView } from "../../request/problemView.js";
import type { WebhookDeliveryState } from "./delivery.js";
import {
  type DeliveryView,
  type DeliveryWithAttemptsView,
  presentDelivery,
  presentWholeDelivery,
} from "./historyViews.js";
import { readListFilter } from "./listFilter.js";
import { getDeliveries, getDelivery } from "./readHistory.js";
import { requireEndpoint, requireOrder } from "./requireDestination.js";

@Route("v1")
@Tags("Webhooks")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class DeliveriesController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * What a webhook endpoint was owed in the last 30 days, and what has come of it, newest notification first.
   * @summary List an endpoint's deliveries
   * @param state Only those in this state
   * @param limit How many, 1 to 100
   * @param cursor `next_cursor` of the page before
   * @param order Only what concerns this order
   * @param type Only of this type of event; goes with `order`
   * @maxLength order 40
   * @maxLength type 60
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get("webhook-endpoints/{endpoint}/deliveries")
  @Security("api_key", ["webhooks:read"])
  public async listDeliveries(
    @Request() request: ExpressRequest,
    @Path() endpoint: string,
    @Query() state?: WebhookDeliveryState,
    @Query() limit = 20,
    @Query() cursor?: string,
    @Query() order?: string,
    @Query() type?: string,
  ): Promise<Page<DeliveryView>> {
    const id = idFromPath("whe", endpoint, "webhook endpoint");
    const filter = { state: state ?? null, ...readListFilter(type, order) };
    if (filter.type !== null && filter.orderId === null) throw typeAlone();
    const page = { filter, before: readCursor("ntf", cursor), limit };
    const found = await getDeliveries(this.platform, callerOf(request), id, requireEndpoint, page);
    return pageOf(found, limit, presentDelivery, ({ notification }) => notification);
  }

  /**
   * One delivery, and each request of it: what was sent, what was answered, how long each part took.
   * @summary Read an endpoint's delivery
   */
  @Get("webhook-endpoints/{endpoint}/deliveries/{notification}")
  @Security("api_key", ["webhooks:read"])
  public async getDelivery(
    @Request() request: ExpressRequest,
    @Path() endpoint: string,
    @Path() notification: string,
  ): Promise<DeliveryWithAttemptsView> {
    const id = idFromPath("whe", endpoint, "webhook endpoint");
    const notificationId = idFromPath("ntf", notification, "delivery");
    const caller = callerOf(request);
    const found = await getDelivery(this.platform, caller, id, requireEndpoint, notificationId);
    return presentWholeDelivery(found.delivery, found.attempts);
  }

  /**
   * What an order's callback was owed in the last 30 days, and what has come of it, newest notification first.
   * @summary List a callback's deliveries
   * @param state Only those in this state
   * @param limit How many, 1 to 100
   * @param cursor `next_cursor` of the page before
   * @param type Only of this type of event
   * @maxLength type 60
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get("orders/{order}/callback/deliveries")
  @Security("api_key", ["webhooks:read"])
  public async listCallbackDeliveries(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Query() state?: WebhookDeliveryState,
    @Query() limit = 20,
    @Query() cursor?: string,
    @Query() type?: string,
  ): Promise<Page<DeliveryView>> {
    const id = idFromPath("ord", order, "order");
    const filter = { state: state ?? null, ...readListFilter(type, order) };
    const page = { filter, before: readCursor("ntf", cursor), limit };
    const found = await getDeliveries(this.platform, callerOf(request), id, requireOrder, page);
    return pageOf(found, limit, presentDelivery, ({ notification }) => notification);
  }

  /**
   * One delivery to an order's callback, and each request of it.
   * @summary Read a callback's delivery
   */
  @Get("orders/{order}/callback/deliveries/{notification}")
  @Security("api_key", ["webhooks:read"])
  public async getCallbackDelivery(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() notification: string,
  ): Promise<DeliveryWithAttemptsView> {
    const id = idFromPath("ord", order, "order");
    const notificationId = idFromPath("ntf", notification, "delivery");
    const caller = callerOf(request);
    const found = await getDelivery(this.platform, caller, id, requireOrder, notificationId);
    return presentWholeDelivery(found.delivery, found.attempts);
  }
}

/** To look for a type among all that an endpoint was owed would cost the more, the more that is. */
function typeAlone(): Failure {
  const words =
    "type narrows what concerns one order: name that in order, or ask GET /v1/notifications for the type.";
  return new Failure("field_invalid", words, { param: "type" });
}
