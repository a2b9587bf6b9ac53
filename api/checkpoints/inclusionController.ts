import { Controller, Get, Path, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import type { InclusionFile } from "../../engine/hashchain/inclusionFile.js";
import { Failure } from "../failure/failure.js";
import { readOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { hourOf, nextHour } from "./hour.js";
import { inclusionOf } from "./inclusionOf.js";
import { readLog } from "./logRows.js";

@Route("v1/orders/{order}/inclusion-proof")
@Tags("Audit trail")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class InclusionController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Proves that the order's audit trail stood in a signed, time-stamped checkpoint (RFC 6962 2.1.1), with its first
   * `leaf.length` events. A trail is taken into the next hour's checkpoint; until then the answer is 409
   * `checkpoint_pending`, with `next_checkpoint_at`.
   * @summary Prove inclusion
   */
  @Get()
  @Security("api_key", ["orders:read"])
  public async getInclusionProof(
    @Request() request: ExpressRequest,
    @Path() order: string,
  ): Promise<InclusionFile> {
    const { tenantId, mode } = callerOf(request);
    const orderId = idFromPath("ord", order, "order");
    return this.platform.database.withTenant(tenantId, async (transaction) => {
      const [found, log] = await Promise.all([
        readOrder(transaction, orderId, mode),
        readLog(transaction, mode),
      ]);
      const proof = await inclusionOf(transaction, found);
      if (proof !== null) return proof;
      const now = this.platform.clock.now();
      const due = log !== null && log.hour >= hourOf(now) ? nextHour(now) : now;
      throw new Failure("checkpoint_pending", "The order's audit trail is in no checkpoint yet.", {
        extensions: { next_checkpoint_at: due.toISOString() },
      });
    });
  }
}
