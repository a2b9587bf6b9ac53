import {
  Body,
  Controller,
  Get,
  Post,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import type { Platform } from "../../platform.js";
import { callerOf } from "../../request/authentication.js";
import { idempotencyKeyOf } from "../../request/idempotencyKey.js";
import type { ProblemView } from "../../request/problemView.js";
import { replayed } from "../../request/replayed.js";
import type { RotateSecretRequest } from "../endpoints/endpointRequests.js";
import { usualOverlapSeconds } from "../signatures/rotateSecret.js";
import { presentSecret, type WebhookSecretView } from "../signatures/secretView.js";
import { readCallbackSecrets, rotateCallbackSecret } from "./callbackSecrets.js";

@Route("v1/callback-secret")
@Tags("Webhooks")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class CallbackSecretController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * What the callbacks of all orders of the mode are signed with. It is made when it is first needed, which may be now.
   * @summary Read the callbacks' secret
   */
  @Get()
  @Security("api_key", ["webhooks:write"])
  public async readCallbackSecret(@Request() request: ExpressRequest): Promise<WebhookSecretView> {
    return presentSecret(this.platform, await readCallbackSecrets(this.platform, callerOf(request)));
  }

  /**
   * Makes a new secret for the callbacks of the mode. The old one signs as well until the overlap ends.
   * @summary Rotate the callbacks' secret
   */
  @Post("rotate")
  @Security("api_key", ["webhooks:write"])
  @SuccessResponse(200, "Rotated")
  public async rotateCallbackSecret(
    @Request() request: ExpressRequest,
    @Body() body?: RotateSecretRequest,
  ): Promise<WebhookSecretView> {
    const outcome = await rotateCallbackSecret(
      this.platform,
      callerOf(request),
      body?.overlap_seconds ?? usualOverlapSeconds,
      idempotencyKeyOf(request),
      (rows) => presentSecret(this.platform, rows),
    );
    return replayed(this, outcome);
  }
}
