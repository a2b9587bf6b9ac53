import {
  Body,
  Controller,
  Delete,
  Get,
  Path,
  Put,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { type CallbackRequest, readCallback } from "./callbackRequest.js";
import { type CallbackView, presentCallback } from "./callbackViews.js";
import { deleteCallback, getCallback, putCallback } from "./changeCallback.js";

@Route("v1/orders/{order}/callback")
@Tags("Callbacks")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class CallbackController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /** @summary Read an order's callback */
  @Get()
  @Security("api_key", ["orders:read"])
  public async getCallback(@Request() request: ExpressRequest, @Path() order: string): Promise<CallbackView> {
    const id = idFromPath("ord", order, "order");
    return presentCallback(this.platform, await getCallback(this.platform, callerOf(request), id));
  }

  /**
   * Gives the order a callback, or another one in place of its own, all of it; whether the order runs or has ended.
   * What still waits to be told goes to the new one.
   * @summary Set an order's callback
   */
  @Put()
  @Security("api_key", ["orders:write"])
  public async putCallback(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Body() body: CallbackRequest,
  ): Promise<CallbackView> {
    const id = idFromPath("ord", order, "order");
    const callback = readCallback(body, "");
    return presentCallback(this.platform, await putCallback(this.platform, callerOf(request), id, callback));
  }

  /**
   * Takes the order's callback away. What still waits is told nobody; what came of earlier requests stays to be read.
   * @summary Remove an order's callback
   */
  @Delete()
  @Security("api_key", ["orders:write"])
  @SuccessResponse(204, "Removed")
  public async deleteCallback(@Request() request: ExpressRequest, @Path() order: string): Promise<void> {
    await deleteCallback(this.platform, callerOf(request), idFromPath("ord", order, "order"));
    this.setStatus(204);
  }
}
