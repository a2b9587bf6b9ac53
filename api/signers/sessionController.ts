import { Body, Controller, Get, Path, Post, Request, Response, Route, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { signedName } from "../documents/disposition.js";
import { Failure, notFound } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import { sendCode } from "../otp/sendCode.js";
import { verifyCode } from "../otp/verifyCode.js";
import type { Platform } from "../platform.js";
import { bearerToken } from "../request/authentication.js";
import type { ProblemView } from "../request/problemView.js";
import { visitorOf } from "../request/visitor.js";
import { sign } from "../signing/sign.js";
import { readImage } from "../signing/signatureImage.js";
import { handOutDocuments } from "./handOut.js";
import { findLinkHolder, type LinkHolder } from "./openLink.js";
import { readPositions, readSessionDocuments, readStatus } from "./readSession.js";
import { refuseToSign } from "./refuse.js";
import { issueSession, readSession } from "./session.js";
import type {
  DocumentLinksView,
  OtpRequest,
  OtpSentView,
  OtpVerifiedView,
  PositionView,
  RefuseRequest,
  RefuseView,
  SignedDocumentsView,
  SignRequest,
  SignView,
  StatusView,
} from "./sessionViews.js";
import { shortLivedUrl } from "./shortLivedUrl.js";

/** What a signer's browser calls. The link is the credential: no API key comes near it. */
@Route("s/{link}/signers/{signer}")
@Tags("Signer's page")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class SignerSessionController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /** @summary Who signs what, and how far it has come */
  @Get("status")
  public async showStatus(@Path() link: string, @Path() signer: string): Promise<StatusView> {
    return readStatus(this.platform, await this.holder(link, signer));
  }

  /** @summary Short-lived links to the documents */
  @Get("pdf-url")
  public async getPdfUrls(
    @Request() request: ExpressRequest,
    @Path() link: string,
    @Path() signer: string,
  ): Promise<DocumentLinksView> {
    const documents = await handOutDocuments(
      this.platform,
      await this.holder(link, signer),
      visitorOf(request),
    );
    return { documents: documents.map((document) => this.link(link, document, "source")) };
  }

  /** @summary Short-lived links to the documents with the signatures that they carry so far */
  @Get("signed-documents")
  public async getSignedDocuments(
    @Path() link: string,
    @Path() signer: string,
  ): Promise<SignedDocumentsView> {
    const documents = await readSessionDocuments(this.platform, await this.holder(link, signer));
    const signed = documents.filter((document) => document.revision > 0);
    return {
      documents: signed.map((document) => this.link(link, document, "signed")),
      audit_url: shortLivedUrl(this.platform, `/s/${link}/audit`).url,
    };
  }

  /** @summary Where this signer signs */
  @Get("positions")
  public async getPositions(@Path() link: string, @Path() signer: string): Promise<PositionView[]> {
    return readPositions(this.platform, await this.holder(link, signer));
  }

  /** @summary Send a code */
  @Post("send-otp")
  public async sendOtp(@Path() link: string, @Path() signer: string): Promise<OtpSentView> {
    const { tenantId, orderId, signerId } = await this.holder(link, signer);
    const sent = await sendCode(this.platform, tenantId, orderId, signerId);
    return {
      expires_at: sent.expiresAt.toISOString(),
      sent_to: sent.sentTo,
      channel: sent.channel,
      resend_after_seconds: sent.resendAfterSeconds,
    };
  }

  /** @summary Give the code, and get a session to sign in */
  @Post("verify-otp")
  public async verifyOtp(
    @Request() request: ExpressRequest,
    @Path() link: string,
    @Path() signer: string,
    @Body() body: OtpRequest,
  ): Promise<OtpVerifiedView> {
    const { tenantId, orderId, signerId } = await this.holder(link, signer);
    const otp = body.otp.replace(/[\s-]/g, "");
    const verified = await verifyCode(this.platform, tenantId, orderId, signerId, otp, visitorOf(request));
    return {
      sessionToken: await issueSession(this.platform, signerId, verified),
      expires_at: verified.sessionExpiresAt.toISOString(),
    };
  }

  /** @summary Sign */
  @Post("sign")
  @Response<SignView>(202, "Recorded; the signature will stand in a moment")
  public async sign(
    @Request() request: ExpressRequest,
    @Path() link: string,
    @Path() signer: string,
    @Body() body: SignRequest,
  ): Promise<SignView> {
    const { tenantId, orderId, signerId } = await this.holder(link, signer);
    const { codeId } = await readSession(this.platform, signerId, bearerToken(request));
    const handedIn = {
      codeId,
      consentText: body.consentText,
      typedName: body.typedName ?? null,
      image: readImage(body.signatureImageBase64, "signatureImageBase64"),
      fields: { consentText: "consentText", image: "signatureImageBase64" },
    };
    const result = await sign(this.platform, tenantId, orderId, signerId, handedIn, visitorOf(request));
    if (result.status === "abandoned") {
      throw new Failure("order_state_conflict", "The order ended before the signature could be made.");
    }
    if (result.status === "signing") this.setStatus(202);
    return {
      signed_at: result.signedAt?.toISOString() ?? null,
      all_signed: result.allSigned,
      status: result.status,
    };
  }

  /** @summary Refuse to sign, with a reason */
  @Post("refuse")
  public async refuse(
    @Request() request: ExpressRequest,
    @Path() link: string,
    @Path() signer: string,
    @Body() body: RefuseRequest,
  ): Promise<RefuseView> {
    const { tenantId, orderId, signerId } = await this.holder(link, signer);
    const at = await refuseToSign(
      this.platform,
      tenantId,
      orderId,
      signerId,
      body.reason,
      visitorOf(request),
    );
    return { refused_at: at.toISOString() };
  }

  /** The link's holder, who must be the signer that the path names. @throws Failure `not_found` */
  private async holder(link: string, signer: string): Promise<LinkHolder> {
    const holder = await findLinkHolder(this.platform, link);
    if (publicId("sgr", holder.signerId) !== signer) throw notFound("signer");
    return holder;
  }

  private link(
    token: string,
    document: { readonly id: string; readonly name: string },
    variant: "source" | "signed",
  ): DocumentLinksView["documents"][number] {
    const path = `/s/${token}/documents/${publicId("doc", document.id)}/${variant}`;
    const { url, expiresAt } = shortLivedUrl(this.platform, path);
    return {
      id: publicId("doc", document.id),
      name: variant === "signed" ? signedName(document.name) : document.name,
      url,
      expires_at: expiresAt.toISOString(),
    };
  }
}
