import { Controller, Get, Path, Post, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { notFound } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import type { ProblemView } from "../request/problemView.js";
import { readStuckWork, retryNow, type StuckKind, type StuckWork } from "./stuckWork.js";

/** Work that has been tried in vain, and is tried on. */
export interface StuckWorkView {
  /**
   * What is being done: signatures made, an order sealed, a message sent, a line of a bulk list turned into an order, an
   * evidence file stored or its time-stamps renewed, a checkpoint signed and stored, something purged, somebody erased,
   * a webhook endpoint told once more of what it missed, you written to about an endpoint, documents of an order fetched.
   */
  kind: StuckKind;
  /** Names it for a retry. */
  subject: string;
  order: string | null;
  since: string | null;
  attempts: number;
  next_try_at: string;
  /** Why the last try failed. */
  cause: string | null;
}

export interface StuckWorkList {
  data: StuckWorkView[];
}

@Route("v1/stuck-work")
@Tags("Orders")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class StuckWorkController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * What has been tried three times or more without success, with its cause. It goes on being tried, ever more seldom.
   * @summary List what is stuck
   */
  @Get()
  @Security("api_key", ["orders:read"])
  public async listStuckWork(@Request() request: ExpressRequest): Promise<StuckWorkList> {
    const { tenantId, mode } = callerOf(request);
    const work = await this.platform.database.withTenant(tenantId, (transaction) =>
      readStuckWork(transaction, mode),
    );
    return { data: work.map(present) };
  }

  /**
   * Tries a piece of stuck work again at once.
   * @summary Retry what is stuck
   * @param kind As in the list
   * @param subject As in the list, with `/` written as `%2F`
   */
  @Post("{kind}/{subject}/retry")
  @Security("api_key", ["orders:write"])
  @Response(204, "It will be tried within a second")
  public async retryStuckWork(
    @Request() request: ExpressRequest,
    @Path() kind: StuckKind,
    @Path() subject: string,
  ): Promise<void> {
    const { tenantId, mode } = callerOf(request);
    const retried = await this.platform.database.withTenant(tenantId, (transaction) =>
      retryNow(this.platform, transaction, kind, subject, mode),
    );
    if (!retried) throw notFound("work to retry");
    this.setStatus(204);
  }
}

function present(work: StuckWork): StuckWorkView {
  return {
    kind: work.kind,
    subject: work.subject,
    order: work.orderId && publicId("ord", work.orderId),
    since: work.since?.toISOString() ?? null,
    attempts: work.attempts,
    next_try_at: work.nextTry.toISOString(),
    cause: work.lastError,
  };
}
