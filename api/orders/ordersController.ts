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
import { publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idempotencyKeyOf } from "../request/idempotencyKey.js";
import { idFromPath, type Page, readCursor } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { replayed } from "../request/replayed.js";
import { uploadsOf } from "../request/uploads.js";
import { createFromTemplate } from "../templates/createFromTemplate.js";
import { addDocuments } from "./addDocuments.js";
import { type AddDocumentsRequest, readPlacementsInAdded } from "./addDocumentsRequest.js";
import { createOrder } from "./createOrder.js";
import { cancelOrder } from "./endOrder.js";
import { getOrder, listOrders } from "./listOrders.js";
import type { OrderWithParts } from "./order.js";
import { type CreateOrderRequest, readNewDocuments, readNewOrder } from "./orderRequests.js";
import { type OrderView, presentOrder } from "./orderViews.js";
import { sendOrder } from "./sendOrder.js";
import type { OrderState } from "./state.js";

export interface CancelOrderRequest {
  /**
   * Kept with the order and shown to its signers.
   * @maxLength 1000
   */
  reason?: string;
}

@Route("v1/orders")
@Tags("Orders")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class OrdersController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Creates an order: documents, signers and rules, or what a template has of them. It is ready to be signed at once,
   * unless it is a draft.
   * Takes JSON, or `multipart/form-data` with the JSON in the part `order` and each document in a part `file`.
   * Repeat it safely with an `Idempotency-Key`.
   * @summary Create an order
   */
  @Post()
  @Security("api_key", ["orders:write"])
  @SuccessResponse(201, "Created")
  public async createOrder(
    @Request() request: ExpressRequest,
    @Body() body: CreateOrderRequest,
  ): Promise<OrderView> {
    const caller = callerOf(request);
    const uploads = uploadsOf(request);
    const key = idempotencyKeyOf(request);
    const outcome =
      body.template === undefined
        ? await createOrder(this.platform, caller, readNewOrder(body, uploads), key, this.present)
        : await createFromTemplate(this.platform, caller, body, uploads, key, this.present);
    this.setStatus(201);
    return replayed(this, outcome);
  }

  /**
   * Lists orders, newest first. A page costs the same however many orders there are: one that is narrowed by words,
   * label or signer may hold fewer orders than asked for although there are more; `has_more` says so.
   * @summary List and find orders
   * @param limit How many, 1 to 100
   * @param cursor `next_cursor` of the page before
   * @param state Only orders in this state
   * @param external_id Only orders with this id of the caller's own
   * @param text Only orders whose title, own id, documents' names or signers' names and addresses hold all these words
   * @param signer Only orders with a signer of this e-mail address or number
   * @param label Only orders with this label
   * @param profile Only orders of this application profile, by its id
   * @param created_from Only orders made at this time or later
   * @param created_to Only orders made before this time
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   * @maxLength external_id 200
   * @maxLength text 200
   * @maxLength signer 254
   * @maxLength label 60
   * @maxLength profile 40
   */
  @Get()
  @Security("api_key", ["orders:read"])
  public async listOrders(
    @Request() request: ExpressRequest,
    @Query() limit = 20,
    @Query() cursor?: string,
    @Query() state?: OrderState,
    @Query() external_id?: string,
    @Query() text?: string,
    @Query() signer?: string,
    @Query() label?: string,
    @Query() profile?: string,
    @Query() created_from?: Date,
    @Query() created_to?: Date,
  ): Promise<Page<OrderView>> {
    const { orders, next } = await listOrders(this.platform, callerOf(request), {
      state: state ?? null,
      externalId: external_id ?? null,
      text: text ?? null,
      signer: signer ?? null,
      label: label ?? null,
      profile: profile === undefined ? null : idFromPath("prf", profile, "profile"),
      createdFrom: created_from ?? null,
      createdTo: created_to ?? null,
      before: readCursor("ord", cursor),
      limit,
    });
    return {
      data: orders.map(this.present),
      has_more: next !== null,
      next_cursor: next && publicId("ord", next),
    };
  }

  /** @summary Read an order */
  @Get("{order}")
  @Security("api_key", ["orders:read"])
  public async getOrder(@Request() request: ExpressRequest, @Path() order: string): Promise<OrderView> {
    return this.present(await getOrder(this.platform, callerOf(request), idFromPath("ord", order, "order")));
  }

  /**
   * Adds documents to a draft, all or none; JSON or `multipart/form-data`, as for creating an order.
   * @summary Add documents
   */
  @Post("{order}/documents")
  @Security("api_key", ["orders:write"])
  @SuccessResponse(201, "Created")
  public async addDocuments(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Body() body: AddDocumentsRequest,
  ): Promise<OrderView> {
    const outcome = await addDocuments(
      this.platform,
      callerOf(request),
      idFromPath("ord", order, "order"),
      readNewDocuments(body.documents ?? [], uploadsOf(request)),
      idempotencyKeyOf(request),
      this.present,
      readPlacementsInAdded(body.placements),
    );
    this.setStatus(201);
    return replayed(this, outcome);
  }

  /**
   * Sends a draft: its documents stand from now on, and its signers can sign.
   * @summary Send a draft
   */
  @Post("{order}/send")
  @Security("api_key", ["orders:write"])
  public async sendOrder(@Request() request: ExpressRequest, @Path() order: string): Promise<OrderView> {
    const orderId = idFromPath("ord", order, "order");
    const key = idempotencyKeyOf(request);
    return replayed(this, await sendOrder(this.platform, callerOf(request), orderId, key, this.present));
  }

  /**
   * Cancels an order that has not ended.
   * @summary Cancel an order
   */
  @Post("{order}/cancel")
  @Security("api_key", ["orders:write"])
  public async cancelOrder(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Body() body?: CancelOrderRequest,
  ): Promise<OrderView> {
    const outcome = await cancelOrder(
      this.platform,
      callerOf(request),
      idFromPath("ord", order, "order"),
      body?.reason ?? "",
      idempotencyKeyOf(request),
      this.present,
    );
    return replayed(this, outcome);
  }

  private readonly present = (order: OrderWithParts): OrderView => presentOrder(this.platform, order);
}
