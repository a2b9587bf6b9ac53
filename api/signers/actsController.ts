import { Body, Controller, Path, Post, Request, Response, Route, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import type { Platform } from "../platform.js";
import { signerVisitor } from "../proofPath/browserSession.js";
import { bearerToken } from "../request/authentication.js";
import type { ProblemView } from "../request/problemView.js";
import { approve } from "./approve.js";
import type { DelegateRequest } from "./changes/changeRequests.js";
import { delegate } from "./changes/delegate.js";
import { findNamedHolder } from "./openLink.js";
import { readSession } from "./session.js";

export interface ApproveRequest {
  /**
   * The consent as shown, word for word; left out where it was given before.
   * @maxLength 5000
   */
  consentText?: string;
}

export interface ApprovalView {
  approved_at: string;
  all_signed: boolean;
}

export interface DelegationView {
  delegated_at: string;
}

/** What a signer can do besides signing and refusing. */
@Route("s/{link}/signers/{signer}")
@Tags("Signer's page")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class SignerActsController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Approves, for a signer with the role approver: the documents are not changed.
   * @summary Approve
   */
  @Post("approve")
  public async approve(
    @Request() request: ExpressRequest,
    @Path() link: string,
    @Path() signer: string,
    @Body() body: ApproveRequest,
  ): Promise<ApprovalView> {
    const { tenantId, orderId, signerId } = await findNamedHolder(this.platform, link, signer);
    const session = await readSession(this.platform, signerId, bearerToken(request));
    const handedIn = {
      consentText: body.consentText ?? null,
      clauses: null,
      pagesStated: false,
      fields: { consentText: "consentText", clauses: "clauses" },
    };
    const visitor = signerVisitor(this.platform, request, signerId);
    const { approvedAt, allDone } = await approve(
      this.platform,
      tenantId,
      orderId,
      signerId,
      session,
      handedIn,
      visitor,
    );
    return { approved_at: approvedAt.toISOString(), all_signed: allDone };
  }

  /**
   * Names somebody else to act in this signer's place, where the order allows it; this link is no longer in use then.
   * @summary Delegate
   */
  @Post("delegate")
  public async delegate(
    @Request() request: ExpressRequest,
    @Path() link: string,
    @Path() signer: string,
    @Body() body: DelegateRequest,
  ): Promise<DelegationView> {
    const { tenantId, orderId, signerId } = await findNamedHolder(this.platform, link, signer);
    const visitor = signerVisitor(this.platform, request, signerId);
    const at = await delegate(this.platform, tenantId, orderId, signerId, body, visitor);
    return { delegated_at: at.toISOString() };
  }
}
