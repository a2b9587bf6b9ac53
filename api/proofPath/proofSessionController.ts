import { Body, Controller, Get, Patch, Path, Post, Request, Response, Route, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { parsePublicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import type { ProblemView } from "../request/problemView.js";
import { findNamedHolder } from "../signers/openLink.js";
import type { IdentityView } from "../signers/sessionViews.js";
import { signerVisitor } from "./browserSession.js";
import { editIdentity } from "./editIdentity.js";
import { giveConsents } from "./giveConsents.js";
import type {
  ConsentsRequest,
  ConsentsView,
  IdentityRequest,
  PagesShownRequest,
} from "./proofSessionViews.js";
import { type DocumentReading, type ReadingView, readReading } from "./reading.js";
import { showPages } from "./showPages.js";

/** What a signer does before signing, each step recorded as it is done. */
@Route("s/{link}/signers/{signer}")
@Tags("Signer's page")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class ProofSessionController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * How far the signer has read. Where the order must be read, it gives the ticket of the page that comes next.
   * @summary What was read so far
   */
  @Get("reading")
  public async getReading(@Path() link: string, @Path() signer: string): Promise<ReadingView> {
    return readReading(this.platform, await findNamedHolder(this.platform, link, signer));
  }

  /**
   * Hands in pages that were shown to their end. Where the order must be read, each page needs its ticket, which the
   * answer for the page before gives; elsewhere pages are handed in as it suits.
   * @summary Pages were shown
   */
  @Post("pages-shown")
  public async showPages(
    @Request() request: ExpressRequest,
    @Path() link: string,
    @Path() signer: string,
    @Body() body: PagesShownRequest,
  ): Promise<DocumentReading> {
    const holder = await findNamedHolder(this.platform, link, signer);
    const documentId = parsePublicId("doc", body.document_id);
    const visitor = signerVisitor(this.platform, request, holder.signerId);
    return showPages(this.platform, holder, documentId, body.pages, visitor);
  }

  /**
   * The signer agrees to clauses, each of which is compared word for word.
   * @summary Agree to clauses
   */
  @Post("consents")
  public async giveConsents(
    @Request() request: ExpressRequest,
    @Path() link: string,
    @Path() signer: string,
    @Body() body: ConsentsRequest,
  ): Promise<ConsentsView> {
    const holder = await findNamedHolder(this.platform, link, signer);
    const visitor = signerVisitor(this.platform, request, holder.signerId);
    const { given, complete } = await giveConsents(this.platform, holder, body.clauses, visitor);
    return { given: [...given], complete };
  }

  /**
   * Corrects the signer's own data, as far as the order allows it. A code that was sent before is void afterwards.
   * @summary Correct one's own data
   */
  @Patch("identity")
  public async editIdentity(
    @Request() request: ExpressRequest,
    @Path() link: string,
    @Path() signer: string,
    @Body() body: IdentityRequest,
  ): Promise<IdentityView> {
    const holder = await findNamedHolder(this.platform, link, signer);
    const visitor = signerVisitor(this.platform, request, holder.signerId);
    return editIdentity(this.platform, holder, body, visitor);
  }
}
