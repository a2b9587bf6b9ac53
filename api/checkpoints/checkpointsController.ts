import { Controller, Get, Path, Query, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import type { ConsistencyFile } from "../../engine/hashchain/consistencyFile.js";
import { Failure, notFound } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { type Page, pageOf } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { listStored, readStored } from "./checkpointRows.js";
import {
  type CheckpointView,
  presentCheckpoint,
  presentSigned,
  readSize,
  type SignedCheckpointView,
} from "./checkpointView.js";
import { consistencyOf } from "./consistencyOf.js";

@Route("v1/checkpoints")
@Tags("Audit trail")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class CheckpointsController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * The signed heads of the log of all audit trails, newest first. One is made an hour at most, where an order's trail
   * has grown.
   * @summary List checkpoints
   * @param limit How many, 1 to 100
   * @param cursor `next_cursor` of the page before
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get()
  @Security("api_key", ["orders:read"])
  public async listCheckpoints(
    @Request() request: ExpressRequest,
    @Query() limit = 20,
    @Query() cursor?: string,
  ): Promise<Page<CheckpointView>> {
    const { tenantId, mode } = callerOf(request);
    const below = cursor === undefined ? Number.MAX_SAFE_INTEGER : readSize(cursor);
    if (below === null) {
      throw new Failure("cursor_invalid", "cursor must be the next_cursor of an earlier page.", {
        param: "cursor",
      });
    }
    const found = await this.platform.database.withTenant(tenantId, (transaction) =>
      listStored(transaction, mode, below, limit + 1),
    );
    return pageOf(found, limit, presentCheckpoint, ({ size }) => String(size));
  }

  /**
   * Proves that nothing in the log was changed, taken out or put in between two checkpoints (RFC 6962 2.1.2).
   * @summary Prove consistency
   * @param from Size of the earlier checkpoint
   * @param to Size of the later checkpoint
   * @isInt from must be a whole number
   * @minimum from 1
   * @maximum from 9007199254740991
   * @isInt to must be a whole number
   * @minimum to 1
   * @maximum to 9007199254740991
   */
  @Get("consistency-proof")
  @Security("api_key", ["orders:read"])
  public async getConsistencyProof(
    @Request() request: ExpressRequest,
    @Query() from: number,
    @Query() to: number,
  ): Promise<ConsistencyFile> {
    const { tenantId, mode } = callerOf(request);
    return this.platform.database.withTenant(tenantId, (transaction) =>
      consistencyOf(transaction, mode, from, to),
    );
  }

  /**
   * A checkpoint with its signature.
   * @summary Read a checkpoint
   * @param size Leaves of the log, as in the list
   */
  @Get("{size}")
  @Security("api_key", ["orders:read"])
  public async getCheckpoint(
    @Request() request: ExpressRequest,
    @Path() size: string,
  ): Promise<SignedCheckpointView> {
    const { tenantId, mode } = callerOf(request);
    const named = readSize(size);
    const found =
      named === null
        ? null
        : await this.platform.database.withTenant(tenantId, (transaction) =>
            readStored(transaction, mode, named),
          );
    if (found === null) throw notFound("checkpoint");
    return presentSigned(found);
  }
}
