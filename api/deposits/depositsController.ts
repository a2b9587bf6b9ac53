import type { Readable } from "node:stream";
import {
  Controller,
  Get,
  Path,
  Post,
  Produces,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { contentDisposition } from "../documents/disposition.js";
import { readEvidenceRevisions } from "../evidence/evidenceRows.js";
import { storedContainer } from "../evidence/fetchEvidence.js";
import { containerMediaType } from "../evidence/storeRevision.js";
import { notFound } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idFromPath, type Page, readCursor } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { streamed } from "../request/streamed.js";
import { listDeposits, readDeposit } from "./depositRows.js";
import { type DepositView, presentDeposit } from "./depositViews.js";
import { fetchDeposit } from "./fetchDeposit.js";
import { requestDeposit } from "./requestDeposit.js";

@Route("v1")
@Tags("Archive")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class DepositsController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Deposits the signed documents of an order that has ended, with its evidence, for the full term of the evidence. It
   * works as long as the documents are there; they stay until it is done. Repeat it safely.
   * @summary Deposit an order
   */
  @Post("orders/{order}/deposit")
  @Security("api_key", ["orders:write"])
  @SuccessResponse(202, "Will be made")
  public async createDeposit(
    @Request() request: ExpressRequest,
    @Path() order: string,
  ): Promise<DepositView> {
    const orderId = idFromPath("ord", order, "order");
    await requestDeposit(this.platform, callerOf(request), orderId);
    this.setStatus(202);
    return this.view(request, orderId);
  }

  /**
   * Lists what is deposited, the newest orders first. A page may hold fewer deposits than asked for although there are
   * more; `has_more` says so.
   * @summary List the deposits
   * @param limit How many, 1 to 100
   * @param cursor `next_cursor` of the page before
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get("deposits")
  @Security("api_key", ["orders:read"])
  public async listDeposits(
    @Request() request: ExpressRequest,
    @Query() limit = 20,
    @Query() cursor?: string,
  ): Promise<Page<DepositView>> {
    const { tenantId, mode } = callerOf(request);
    const before = readCursor("dep", cursor);
    return this.platform.database.withTenant(tenantId, async (transaction) => {
      const { deposits, next } = await listDeposits(transaction, mode, before, limit);
      const ids = deposits.map(({ orderId }) => orderId);
      const revisions = await readEvidenceRevisions(transaction, ids);
      return {
        data: deposits.map((deposit) => presentDeposit(mode, deposit, revisions)),
        has_more: next !== null,
        next_cursor: next && publicId("dep", next),
      };
    });
  }

  /**
   * The state of a deposit, its hashes, its term, its lock and its renewals.
   * @summary Read a deposit
   */
  @Get("deposits/{deposit}")
  @Security("api_key", ["orders:read"])
  public async getDeposit(@Request() request: ExpressRequest, @Path() deposit: string): Promise<DepositView> {
    return this.view(request, idFromPath("dep", deposit, "deposit"));
  }

  /**
   * What is deposited: an ASiC-E container with documents and evidence, as it lies in the store.
   * @summary Download a deposit
   */
  @Get("deposits/{deposit}/content")
  @Produces("application/vnd.etsi.asic-e+zip")
  @Security("api_key", ["orders:read"])
  public async getDepositContent(
    @Request() request: ExpressRequest,
    @Path() deposit: string,
  ): Promise<Readable> {
    const orderId = idFromPath("dep", deposit, "deposit");
    const newest = await fetchDeposit(this.platform, callerOf(request), orderId);
    const { size, parts } = await storedContainer(this.platform, newest);
    this.setHeader("Content-Type", containerMediaType);
    this.setHeader("Content-Length", String(size));
    this.setHeader(
      "Content-Disposition",
      contentDisposition("attachment", `${publicId("dep", orderId)}.asice`),
    );
    return streamed(request, parts(), this.platform.log);
  }

  private async view(request: ExpressRequest, orderId: string): Promise<DepositView> {
    const { tenantId, mode } = callerOf(request);
    return this.platform.database.withTenant(tenantId, async (transaction) => {
      const deposit = await readDeposit(transaction, orderId, mode);
      if (deposit === null) throw notFound("deposit");
      return presentDeposit(mode, deposit, await readEvidenceRevisions(transaction, [orderId]));
    });
  }
}
