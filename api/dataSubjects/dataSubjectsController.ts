import {
  Body,
  Controller,
  Get,
  Path,
  Post,
  Query,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import type { Transaction } from "../database/transaction.js";
import { notFound } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idempotencyKeyOf } from "../request/idempotencyKey.js";
import { idFromPath, type Page, pageOf, readCursor } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { replayed } from "../request/replayed.js";
import { type Erasure, listErasures, listResults, readErasure } from "./erasureRows.js";
import { type ErasureResultView, type ErasureView, presentErasure, presentResult } from "./erasureView.js";
import { exportSubject } from "./exportSubject.js";
import type { SubjectExportView } from "./exportView.js";
import { requestErasure } from "./requestErasure.js";
import { readSubject, type SubjectRequest } from "./subject.js";

@Route("v1/data-subjects")
@Tags("Data subjects")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class DataSubjectsController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Everything that is kept of a person as a signer of the caller's orders of this mode, order by order (GDPR Articles
   * 15 and 20). The address stands in the body, so that it is in no log.
   * @summary Export a person's data
   * @param limit How many orders, 1 to 20
   * @param cursor `next_cursor` of the page before
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 20
   */
  @Post("export")
  @Security("api_key", ["orders:read"])
  @SuccessResponse(200, "A page of the person's data")
  public async exportDataSubject(
    @Request() request: ExpressRequest,
    @Body() body: SubjectRequest,
    @Query() limit = 10,
    @Query() cursor?: string,
  ): Promise<SubjectExportView> {
    this.setHeader("Cache-Control", "no-store");
    const after = readCursor("sgr", cursor);
    return exportSubject(this.platform, callerOf(request), readSubject(body), after, limit);
  }

  /**
   * Erases a person from all of the caller's orders of this mode in which nothing speaks against it (GDPR Article 17),
   * within a few seconds, for good. What must be kept stays until its reason is gone; the results say what, why and
   * until when.
   * @summary Erase a person's data
   */
  @Post("erasures")
  @Security("api_key", ["orders:write"])
  @SuccessResponse(201, "Created")
  public async eraseDataSubject(
    @Request() request: ExpressRequest,
    @Body() body: SubjectRequest,
  ): Promise<ErasureView> {
    const outcome = await requestErasure(
      this.platform,
      callerOf(request),
      readSubject(body),
      idempotencyKeyOf(request),
      presentErasure,
    );
    this.setStatus(201);
    return replayed(this, outcome);
  }

  /**
   * Newest first.
   * @summary List erasures
   * @param limit How many, 1 to 100
   * @param cursor `next_cursor` of the page before
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get("erasures")
  @Security("api_key", ["orders:read"])
  public async listErasures(
    @Request() request: ExpressRequest,
    @Query() limit = 20,
    @Query() cursor?: string,
  ): Promise<Page<ErasureView>> {
    const { tenantId, mode } = callerOf(request);
    const before = readCursor("ers", cursor);
    const found = await this.platform.database.withTenant(tenantId, (transaction) =>
      listErasures(transaction, mode, before, limit + 1),
    );
    return pageOf(found, limit, presentErasure, ({ id }) => id);
  }

  /** @summary Read an erasure */
  @Get("erasures/{erasure}")
  @Security("api_key", ["orders:read"])
  public async getErasure(@Request() request: ExpressRequest, @Path() erasure: string): Promise<ErasureView> {
    return this.withErasure(request, erasure, async (_transaction, found) => presentErasure(found));
  }

  /**
   * What was erased, what is kept, why, and until when: order by order.
   * @summary Read an erasure's results
   * @param limit How many, 1 to 100
   * @param cursor `next_cursor` of the page before
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get("erasures/{erasure}/results")
  @Security("api_key", ["orders:read"])
  public async listErasureResults(
    @Request() request: ExpressRequest,
    @Path() erasure: string,
    @Query() limit = 20,
    @Query() cursor?: string,
  ): Promise<Page<ErasureResultView>> {
    const after = readCursor("sgr", cursor);
    return this.withErasure(request, erasure, async (transaction, { id }) => {
      const results = await listResults(transaction, id, after, limit + 1);
      return pageOf(results, limit, presentResult, ({ signer }) => signer);
    });
  }

  private async withErasure<Result>(
    request: ExpressRequest,
    name: string,
    use: (transaction: Transaction, erasure: Erasure) => Promise<Result>,
  ): Promise<Result> {
    const { tenantId, mode } = callerOf(request);
    const id = idFromPath("ers", name, "erasure");
    return this.platform.database.withTenant(tenantId, async (transaction) => {
      const found = await readErasure(transaction, id, mode);
      if (found === null) throw notFound("erasure");
      return use(transaction, found);
    });
  }
}
