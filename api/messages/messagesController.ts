import {
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
import { readOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idempotencyKeyOf } from "../request/idempotencyKey.js";
import { idFromPath, type Page, pageOf, readCursor } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { replayed } from "../request/replayed.js";
import { listMessageRows } from "./messageRows.js";
import { type MessageView, presentMessage } from "./messageView.js";
import { remindOnDemand } from "./remind.js";

@Route("v1/orders/{order}")
@Tags("Messages")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class MessagesController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * What was sent or is to be sent to signers, copies and sender, oldest first; codes are not among it.
   * @summary List the messages
   * @param limit How many, 1 to 100
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get("messages")
  @Security("api_key", ["orders:read"])
  public async listMessages(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Query() limit = 100,
    @Query() cursor?: string,
  ): Promise<Page<MessageView>> {
    const caller = callerOf(request);
    const orderId = idFromPath("ord", order, "order");
    const after = readCursor("msg", cursor);
    return this.platform.database.withTenant(caller.tenantId, async (transaction) => {
      await readOrder(transaction, orderId, caller.mode);
      const rows = await listMessageRows(transaction, orderId, after, limit + 1);
      return pageOf(rows, limit, presentMessage, ({ id }) => id);
    });
  }

  /**
   * Reminds a signer whose turn it is, beside the reminders that go by themselves; once an hour at most.
   * @summary Remind a signer
   */
  @Post("signers/{signer}/remind")
  @Security("api_key", ["orders:write"])
  @SuccessResponse(202, "Will be sent at once")
  public async remind(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() signer: string,
  ): Promise<MessageView> {
    const outcome = await remindOnDemand(
      this.platform,
      callerOf(request),
      idFromPath("ord", order, "order"),
      idFromPath("sgr", signer, "signer"),
      idempotencyKeyOf(request),
      presentMessage,
    );
    this.setStatus(202);
    return replayed(this, outcome);
  }
}
