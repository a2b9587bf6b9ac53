import {
  Body,
  Controller,
  Path,
  Post,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { Failure } from "../failure/failure.js";
import { remember } from "../idempotency/once.js";
import { sessionForCaller } from "../otp/authenticated.js";
import { sendCode } from "../otp/sendCode.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idempotencyKeyOf } from "../request/idempotencyKey.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { replayed } from "../request/replayed.js";
import { visitorOf } from "../request/visitor.js";
import { checkHandedIn } from "../signing/handedIn.js";
import { type SigningResult, sign } from "../signing/sign.js";
import { readImage } from "../signing/signatureImage.js";

/** Where a code went. */
export interface CodeSentView {
  channel: "email" | "sms";
  /** Masked. */
  sent_to: string;
  expires_at: string;
  /** Seconds before another code can be sent. */
  resend_after_seconds: number;
  /** Number of characters of the code. */
  length: number;
  alphabet: "digits" | "letters" | "uppercase" | "mixed";
}

export interface SignForSignerRequest {
  /**
   * The code that the signer was sent; left out where none is asked for, or all were given before.
   * @maxLength 40
   */
  otp?: string;
  /**
   * The consent that the signer gave, word for word: that of the order, or the default text in the signer's language.
   * @maxLength 5000
   */
  consent_text: string;
  /**
   * The order's further clauses, to each of which the signer agreed, word for word and in their order.
   * @maxItems 20
   */
  consent_clauses?: string[];
  /**
   * You state that each page of each document was shown to the signer to its end. Needed where the order must be read;
   * it is recorded as your statement.
   */
  pages_read?: boolean;
  /**
   * The name as the signer wrote it; the signer's own name by default.
   * @minLength 1
   * @maxLength 200
   */
  typed_name?: string;
  /** The drawn signature: a PNG, base64. */
  signature_image?: string;
}

export interface SignedView {
  /** `signing`: recorded; the signature will stand in a moment. */
  status: "signed" | "signing";
  signed_at: string | null;
  all_signed: boolean;
}

@Route("v1/orders/{order}/signers/{signer}")
@Tags("Signers")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class SignersController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Sends the signer a code, in place of any earlier one.
   * @summary Send a code
   */
  @Post("otp")
  @Security("api_key", ["orders:write"])
  public async sendOtp(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() signer: string,
  ): Promise<CodeSentView> {
    const caller = callerOf(request);
    const orderId = idFromPath("ord", order, "order");
    const signerId = idFromPath("sgr", signer, "signer");
    const outcome = await remember(this.platform, caller, idempotencyKeyOf(request), async () => {
      const visitor = visitorOf(request, caller.apiKeyId);
      const sent = await sendCode(this.platform, caller.tenantId, orderId, signerId, visitor, caller.mode);
      return {
        channel: sent.channel,
        sent_to: sent.sentTo,
        expires_at: sent.expiresAt.toISOString(),
        resend_after_seconds: sent.resendAfterSeconds,
        length: sent.length,
        alphabet: sent.alphabet,
      };
    });
    return replayed(this, outcome);
  }

  /**
   * Signs for a signer who has read and consented in the caller's own pages, with the code that they were sent.
   * @summary Sign
   */
  @Post("sign")
  @Security("api_key", ["orders:write"])
  @SuccessResponse(200, "Signed")
  @Response<SignedView>(202, "Recorded; the signature will stand in a moment")
  public async sign(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() signer: string,
    @Body() body: SignForSignerRequest,
  ): Promise<SignedView> {
    const caller = callerOf(request);
    const orderId = idFromPath("ord", order, "order");
    const signerId = idFromPath("sgr", signer, "signer");
    const visitor = visitorOf(request, caller.apiKeyId);
    const handedIn = {
      consentText: body.consent_text,
      clauses: body.consent_clauses ?? null,
      pagesStated: body.pages_read ?? false,
      typedName: body.typed_name ?? null,
      image: readImage(body.signature_image, "signature_image"),
      fields: {
        consentText: "consent_text",
        clauses: "consent_clauses",
        image: "signature_image",
        typedName: "typed_name",
      },
    };
    const signing = [this.platform, caller.tenantId, orderId, signerId] as const;
    const outcome = await remember(this.platform, caller, idempotencyKeyOf(request), async () => {
      await checkHandedIn(...signing, handedIn, visitor, caller.mode);
      const session = await sessionForCaller(...signing, body.otp ?? null, visitor, caller.mode);
      return presentResult(await sign(...signing, { ...handedIn, session }, visitor, { mode: caller.mode }));
    });
    if (outcome.value.status === "signing") this.setStatus(202);
    return replayed(this, outcome);
  }
}

/** @throws Failure `order_state_conflict` when the order ended before the signature could be made */
function presentResult(result: SigningResult): SignedView {
  if (result.status === "abandoned") {
    throw new Failure("order_state_conflict", "The order ended before the signature could be made.");
  }
  return {
    status: result.status,
    signed_at: result.signedAt?.toISOString() ?? null,
    all_signed: result.allSigned,
  };
}
