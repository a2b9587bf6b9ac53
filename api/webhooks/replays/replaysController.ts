import {
  Body,
  Controller,
  Get,
  Path,
  Post,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { notFound } from "../../failure/failure.js";
import type { Platform } from "../../platform.js";
import { callerOf } from "../../request/authentication.js";
import { idempotencyKeyOf } from "../../request/idempotencyKey.js";
import { idFromPath, type Page, pageOf, readCursor } from "../../request/page.js";
import type { ProblemView } from "../../request/problemView.js";
import { replayed } from "../../request/replayed.js";
import { type DeliveryView, presentDelivery } from "../history/historyViews.js";
import { requireEndpoint } from "../history/requireDestination.js";
import { replayDelivery } from "./replayDelivery.js";
import { findReplay, listReplayRows } from "./replayRows.js";
import { presentReplay, type ReplayRequest, type ReplayView, readReplayRequest } from "./replayViews.js";
import { requestReplay } from "./requestReplay.js";

@Route("v1")
@Tags("Webhooks")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class ReplaysController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Tells a webhook endpoint of one notification once more, with the same `webhook-id`; also of one that it was never
   * owed. The delivery is due at once, with all tries before it; one that waits for its next try is tried now. One that
   * is being tried this moment is not sent a second time beside it: should that try fail, the next follows at once.
   * A paused endpoint is told when it is enabled again. Repeat it safely with an `Idempotency-Key`.
   * @summary Replay a delivery
   */
  @Post("webhook-endpoints/{endpoint}/deliveries/{notification}/replay")
  @Security("api_key", ["webhooks:write"])
  @SuccessResponse(202, "It is due")
  public async replayDelivery(
    @Request() request: ExpressRequest,
    @Path() endpoint: string,
    @Path() notification: string,
  ): Promise<DeliveryView> {
    const destination = idFromPath("whe", endpoint, "webhook endpoint");
    const notificationId = idFromPath("ntf", notification, "notification");
    const wanted = { kind: "endpoint", destination, notificationId } as const;
    const key = idempotencyKeyOf(request);
    const outcome = await replayDelivery(this.platform, callerOf(request), wanted, key, presentDelivery);
    this.setStatus(202);
    return replayed(this, outcome);
  }

  /**
   * Tells an order's callback of one notification of the order once more, or for the first time.
   * Repeat it safely with an `Idempotency-Key`.
   * @summary Replay a callback's delivery
   */
  @Post("orders/{order}/callback/deliveries/{notification}/replay")
  @Security("api_key", ["webhooks:write"])
  @SuccessResponse(202, "It is due")
  public async replayCallbackDelivery(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() notification: string,
  ): Promise<DeliveryView> {
    const destination = idFromPath("ord", order, "order");
    const notificationId = idFromPath("ntf", notification, "notification");
    const wanted = { kind: "callback", destination, notificationId } as const;
    const key = idempotencyKeyOf(request);
    const outcome = await replayDelivery(this.platform, callerOf(request), wanted, key, presentDelivery);
    this.setStatus(202);
    return replayed(this, outcome);
  }

  /**
   * Tells a webhook endpoint once more of what happened in a span of time, each notification with the `webhook-id` that
   * it had. It is worked off from the oldest on, in the background. Five replays of a tenant can be pending at a time.
   * Repeat it safely with an `Idempotency-Key`.
   * @summary Replay a span of time
   */
  @Post("webhook-endpoints/{endpoint}/replays")
  @Security("api_key", ["webhooks:write"])
  @SuccessResponse(202, "Taken in")
  public async createReplay(
    @Request() request: ExpressRequest,
    @Path() endpoint: string,
    @Body() body: ReplayRequest,
  ): Promise<ReplayView> {
    const id = idFromPath("whe", endpoint, "webhook endpoint");
    const wanted = readReplayRequest(body);
    const key = idempotencyKeyOf(request);
    const outcome = await requestReplay(this.platform, callerOf(request), id, wanted, key, presentReplay);
    this.setStatus(202);
    return replayed(this, outcome);
  }

  /**
   * The replays of an endpoint of the last 30 days, newest first.
   * @summary List replays
   * @param limit How many, 1 to 100
   * @param cursor `next_cursor` of the page before
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get("webhook-endpoints/{endpoint}/replays")
  @Security("api_key", ["webhooks:read"])
  public async listReplays(
    @Request() request: ExpressRequest,
    @Path() endpoint: string,
    @Query() limit = 20,
    @Query() cursor?: string,
  ): Promise<Page<ReplayView>> {
    const { tenantId, mode } = callerOf(request);
    const id = idFromPath("whe", endpoint, "webhook endpoint");
    const before = readCursor("rpl", cursor);
    const [, found] = await this.platform.database.withTenant(tenantId, (transaction) =>
      Promise.all([
        requireEndpoint(transaction, mode, id),
        listReplayRows(transaction, mode, id, before, limit + 1),
      ]),
    );
    return pageOf(found, limit, presentReplay, ({ id: last }) => last);
  }

  /** @summary Read a replay, and how far it has got */
  @Get("webhook-endpoints/{endpoint}/replays/{replay}")
  @Security("api_key", ["webhooks:read"])
  public async getReplay(
    @Request() request: ExpressRequest,
    @Path() endpoint: string,
    @Path() replay: string,
  ): Promise<ReplayView> {
    const { tenantId, mode } = callerOf(request);
    const endpointId = idFromPath("whe", endpoint, "webhook endpoint");
    const id = idFromPath("rpl", replay, "replay");
    const [, found] = await this.platform.database.withTenant(tenantId, (transaction) =>
      Promise.all([
        requireEndpoint(transaction, mode, endpointId),
        findReplay(transaction, mode, endpointId, id),
      ]),
    );
    if (found === null) throw notFound("replay");
    return presentReplay(found);
  }
}
