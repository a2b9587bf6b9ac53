import { Controller, Get, Path, Query, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import type { Platform } from "../../platform.js";
import { callerOf } from "../../request/authentication.js";
import { idFromPath, type Page, pageOf, readCursor } from "../../request/page.js";
import type { ProblemView } from "../../request/problemView.js";
import {
  type NotificationView,
  type NotificationWithDeliveriesView,
  presentNotification,
  presentWholeNotification,
} from "./historyViews.js";
import { readListFilter } from "./listFilter.js";
import { listNotifications } from "./notificationRows.js";
import { getNotification } from "./readHistory.js";

@Route("v1/notifications")
@Tags("Webhooks")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class NotificationsController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * What was told of in the last 30 days, newest first: everything that happened while there was a webhook endpoint, or
   * a callback of its order, whether anybody's filter let it through or not.
   * @summary List notifications
   * @param limit How many, 1 to 100
   * @param cursor `next_cursor` of the page before
   * @param type Only of this type of event
   * @param order Only what concerns this order
   * @param occurred_from Only what happened at this time or later
   * @param occurred_to Only what happened before this time
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   * @maxLength type 60
   * @maxLength order 40
   */
  @Get()
  @Security("api_key", ["webhooks:read"])
  public async listNotifications(
    @Request() request: ExpressRequest,
    @Query() limit = 20,
    @Query() cursor?: string,
    @Query() type?: string,
    @Query() order?: string,
    @Query() occurred_from?: Date,
    @Query() occurred_to?: Date,
  ): Promise<Page<NotificationView>> {
    const { tenantId, mode } = callerOf(request);
    const before = readCursor("ntf", cursor);
    const filter = {
      ...readListFilter(type, order),
      from: occurred_from ?? null,
      to: occurred_to ?? null,
    };
    const found = await this.platform.database.withTenant(tenantId, (transaction) =>
      listNotifications(transaction, mode, filter, before, limit + 1),
    );
    return pageOf(found, limit, presentNotification, ({ id }) => id);
  }

  /** @summary Read a notification, its payload and its deliveries */
  @Get("{notification}")
  @Security("api_key", ["webhooks:read"])
  public async getNotification(
    @Request() request: ExpressRequest,
    @Path() notification: string,
  ): Promise<NotificationWithDeliveriesView> {
    const id = idFromPath("ntf", notification, "notification");
    const found = await getNotification(this.platform, callerOf(request), id);
    return presentWholeNotification(found.notification, found.deliveries);
  }
}
