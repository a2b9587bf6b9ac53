import { Body, Controller, Get, Path, Post, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { remember } from "../idempotency/once.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idempotencyKeyOf } from "../request/idempotencyKey.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { replayed } from "../request/replayed.js";
import { visitorOf } from "../request/visitor.js";
import { type CodesView, readCodeStatus } from "./codeStatus.js";
import { type UnlockedView, unlockSigner } from "./unlock.js";
import { verifyCode } from "./verifyCode.js";

export interface VerifyCodeRequest {
  /**
   * The code as the signer typed it; blanks and hyphens are passed over.
   * @maxLength 40
   */
  otp: string;
}

export interface VerifiedView {
  object: "verification";
  /** Where the code goes that is asked for now: have it sent, and give it. Null: all were given. */
  next: "email" | "sms" | null;
  /** Until when the signer can be signed for without another code; null as long as one is asked for. */
  expires_at: string | null;
}

/** Codes of one signer, for the tenant. */
@Route("v1/orders/{order}/signers/{signer}")
@Tags("Codes")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class CodesController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Gives a code that the signer was sent, without signing: needed where two are asked for in turn.
   * @summary Give a code
   */
  @Post("otp/verify")
  @Security("api_key", ["orders:write"])
  public async verifyOtp(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() signer: string,
    @Body() body: VerifyCodeRequest,
  ): Promise<VerifiedView> {
    const caller = callerOf(request);
    const orderId = idFromPath("ord", order, "order");
    const signerId = idFromPath("sgr", signer, "signer");
    const visitor = visitorOf(request, caller.apiKeyId);
    const who = [this.platform, caller.tenantId, orderId, signerId] as const;
    const outcome = await remember(this.platform, caller, idempotencyKeyOf(request), async () => {
      const { next, sessionExpiresAt } = await verifyCode(...who, body.otp, visitor, caller.mode);
      const expires_at = sessionExpiresAt?.toISOString() ?? null;
      return { object: "verification", next, expires_at } satisfies VerifiedView;
    });
    return replayed(this, outcome);
  }

  /**
   * How the signer stands with their codes: which is asked for, where the last one went and whether it arrived, and when
   * the next one can be sent.
   * @summary Read the state of the codes
   */
  @Get("otp")
  @Security("api_key", ["orders:read"])
  public async getCodes(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() signer: string,
  ): Promise<CodesView> {
    const orderId = idFromPath("ord", order, "order");
    const signerId = idFromPath("sgr", signer, "signer");
    return readCodeStatus(this.platform, callerOf(request), orderId, signerId);
  }

  /**
   * Frees a signer who has used up the codes of a day or tried one too often: the next can be sent at once, after the
   * pause. Somebody who guesses at codes gets another day's tries by it, so look at the audit trail first.
   * @summary Unlock a signer
   */
  @Post("unlock")
  @Security("api_key", ["orders:write"])
  public async unlock(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() signer: string,
  ): Promise<UnlockedView> {
    const orderId = idFromPath("ord", order, "order");
    const signerId = idFromPath("sgr", signer, "signer");
    const key = idempotencyKeyOf(request);
    const outcome = await unlockSigner(this.platform, callerOf(request), orderId, signerId, key);
    return replayed(this, outcome);
  }
}
