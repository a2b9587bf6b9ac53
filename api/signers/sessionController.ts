import { Body, Controller, Get, Path, Post, Put, Request, Response, Route, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { signedName } from "../documents/disposition.js";
import { Failure } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import { type GivenCodes, openSession } from "../otp/givenCodes.js";
import { sendCode } from "../otp/sendCode.js";
import { verifyCode } from "../otp/verifyCode.js";
import { type FieldsRequest, type PositionView, presentPositions } from "../placements/fieldViews.js";
import { fillFields } from "../placements/fillFields.js";
import type { Platform } from "../platform.js";
import { sessionHeader, signerVisitor } from "../proofPath/browserSession.js";
import { bearerToken } from "../request/authentication.js";
import type { ProblemView } from "../request/problemView.js";
import { sign } from "../signing/sign.js";
import { readImage } from "../signing/signatureImage.js";
import { readDocumentsFor } from "./handOut.js";
import { findNamedHolder, type LinkHolder } from "./openLink.js";
import { readPositions, readStatus } from "./readSession.js";
import { refuseToSign } from "./refuse.js";
import { issueSession, readSession } from "./session.js";
import type {
  DocumentLinksView,
  OtpRequest,
  OtpSentView,
  OtpVerifiedView,
  RefuseRequest,
  RefuseView,
  SessionView,
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
  public async showStatus(
    @Request() request: ExpressRequest,
    @Path() link: string,
    @Path() signer: string,
  ): Promise<StatusView> {
    return readStatus(this.platform, await this.holder(link, signer), request.header(sessionHeader));
  }

  /** @summary Short-lived links to the documents */
  @Get("pdf-url")
  public async getPdfUrls(
    @Request() request: ExpressRequest,
    @Path() link: string,
    @Path() signer: string,
  ): Promise<DocumentLinksView> {
    const holder = await this.holder(link, signer);
    const { session } = signerVisitor(this.platform, request, holder.signerId);
    const documents = await readDocumentsFor(this.platform, holder);
    return { documents: documents.map((document) => this.link(link, document, "source", session)) };
  }

  /** @summary Short-lived links to the documents with the signatures that they carry so far */
  @Get("signed-documents")
  public async getSignedDocuments(
    @Request() request: ExpressRequest,
    @Path() link: string,
    @Path() signer: string,
  ): Promise<SignedDocumentsView> {
    const holder = await this.holder(link, signer);
    const { session } = signerVisitor(this.platform, request, holder.signerId);
    const documents = await readDocumentsFor(this.platform, holder);
    const signed = documents.filter((document) => document.revision > 0);
    return {
      documents: signed.map((document) => this.link(link, document, "signed", session)),
      audit_url: shortLivedUrl(this.platform, `/s/${link}/audit`, session).url,
    };
  }

  /** @summary Where this signer signs */
  @Get("positions")
  public async getPositions(@Path() link: string, @Path() signer: string): Promise<PositionView[]> {
    return readPositions(this.platform, await this.holder(link, signer));
  }

  /**
   * Fills in fields of this signer's, all or none. A code that was sent before is void afterwards.
   * @summary Fill in fields
   */
  @Put("fields")
  public async fillFields(
    @Request() request: ExpressRequest,
    @Path() link: string,
    @Path() signer: string,
    @Body() body: FieldsRequest,
  ): Promise<PositionView[]> {
    const { tenantId, orderId, signerId } = await this.holder(link, signer);
    const visitor = signerVisitor(this.platform, request, signerId);
    const placements = await fillFields(this.platform, tenantId, orderId, signerId, body.values, visitor);
    return presentPositions(placements);
  }

  /** @summary Send a code */
  @Post("send-otp")
  public async sendOtp(
    @Request() request: ExpressRequest,
    @Path() link: string,
    @Path() signer: string,
  ): Promise<OtpSentView> {
    const { tenantId, orderId, signerId } = await this.holder(link, signer);
    const visitor = signerVisitor(this.platform, request, signerId);
    const sent = await sendCode(this.platform, tenantId, orderId, signerId, visitor);
    return {
      expires_at: sent.expiresAt.toISOString(),
      sent_to: sent.sentTo,
      channel: sent.channel,
      resend_after_seconds: sent.resendAfterSeconds,
      length: sent.length,
      alphabet: sent.alphabet,
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
    const visitor = signerVisitor(this.platform, request, signerId);
    const verified = await verifyCode(this.platform, tenantId, orderId, signerId, body.otp, visitor);
    if (verified.session === null) return { next: verified.next, sessionToken: null, expires_at: null };
    return { next: null, ...(await this.token(verified)) };
  }

  /**
   * Opens a session to sign in, for a signer who is asked for no code.
   * @summary Open a session
   */
  @Post("session")
  public async openSession(@Path() link: string, @Path() signer: string): Promise<SessionView> {
    const { tenantId, orderId, signerId } = await this.holder(link, signer);
    return this.token(await openSession(this.platform, tenantId, orderId, signerId, true));
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
    const visitor = signerVisitor(this.platform, request, signerId);
    const handedIn = {
      session: await readSession(this.platform, signerId, bearerToken(request)),
      consentText: body.consentText ?? null,
      clauses: null,
      pagesStated: false,
      typedName: body.typedName ?? null,
      image: readImage(body.signatureImageBase64, "signatureImageBase64"),
      fields: {
        consentText: "consentText",
        clauses: "clauses",
        image: "signatureImageBase64",
        typedName: "typedName",
      },
    };
    const result = await sign(this.platform, tenantId, orderId, signerId, handedIn, visitor);
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
      signerVisitor(this.platform, request, signerId),
    );
    return { refused_at: at.toISOString() };
  }

  private async token({ session, sessionExpiresAt }: GivenCodes): Promise<SessionView> {
    return {
      sessionToken: await issueSession(this.platform, session, sessionExpiresAt),
      expires_at: sessionExpiresAt.toISOString(),
    };
  }

  /** The link's holder, who must be the signer that the path names. @throws Failure `not_found` */
  private async holder(link: string, signer: string): Promise<LinkHolder> {
    return findNamedHolder(this.platform, link, signer);
  }

  private link(
    token: string,
    document: { readonly id: string; readonly name: string },
    variant: "source" | "signed",
    session: string | null,
  ): DocumentLinksView["documents"][number] {
    const path = `/s/${token}/documents/${publicId("doc", document.id)}/${variant}`;
    const { url, expiresAt } = shortLivedUrl(this.platform, path, session);
    return {
      id: publicId("doc", document.id),
      name: variant === "signed" ? signedName(document.name) : document.name,
      url,
      expires_at: expiresAt.toISOString(),
    };
  }
}
