import { Body, Controller, Path, Post, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { remember } from "../idempotency/once.js";
import { sessionForCaller } from "../otp/authenticated.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idempotencyKeyOf } from "../request/idempotencyKey.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { replayed } from "../request/replayed.js";
import { visitorOf } from "../request/visitor.js";
import type { ApprovalView } from "./actsController.js";
import { approve, checkApproval } from "./approve.js";

export interface ApproveForSignerRequest {
  /**
   * The code that the approver was sent; left out where none is asked for, or all were given before.
   * @maxLength 40
   */
  otp?: string;
  /**
   * The consent that the approver gave, word for word: that of the order, or the default text in their language.
   * @maxLength 5000
   */
  consent_text: string;
  /**
   * The order's further clauses, word for word and in order, where it has any.
   * @maxItems 20
   */
  consent_clauses?: string[];
  /** Your statement that each page was shown to the approver; needed where the order has `must_read`. */
  pages_read?: boolean;
}

@Route("v1/orders/{order}/signers/{signer}")
@Tags("Signers")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class ApprovalsController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Approves for an approver who has read and consented in the caller's own pages. The documents are not changed.
   * @summary Approve
   */
  @Post("approve")
  @Security("api_key", ["orders:write"])
  public async approve(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() signer: string,
    @Body() body: ApproveForSignerRequest,
  ): Promise<ApprovalView> {
    const caller = callerOf(request);
    const orderId = idFromPath("ord", order, "order");
    const signerId = idFromPath("sgr", signer, "signer");
    const visitor = visitorOf(request, caller.apiKeyId);
    const handedIn = {
      consentText: body.consent_text,
      clauses: body.consent_clauses ?? null,
      pagesStated: body.pages_read ?? false,
      fields: { consentText: "consent_text", clauses: "consent_clauses" },
    };
    const approving = [this.platform, caller.tenantId, orderId, signerId] as const;
    const outcome = await remember(this.platform, caller, idempotencyKeyOf(request), async () => {
      await checkApproval(...approving, handedIn, visitor, caller.mode);
      const session = await sessionForCaller(...approving, body.otp ?? null, visitor, caller.mode);
      const { approvedAt, allDone } = await approve(...approving, session, handedIn, visitor, caller.mode);
      return { approved_at: approvedAt.toISOString(), all_signed: allDone };
    });
    return replayed(this, outcome);
  }
}
