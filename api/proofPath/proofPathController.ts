import { Controller, Get, Path, Query, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import type { ExportedEvent } from "../../engine/hashchain/auditExport.js";
import type { Actor } from "../../engine/hashchain/event.js";
import type { WaitingForView } from "../orders/orderViews.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { readProofPath } from "./readProofPath.js";

/** What one signer did, in order, as the server saw it. */
export interface ProofPathView {
  object: "proof_path";
  signer: string;
  /** Where the order waits now. */
  waiting_for: WaitingForView;
  data: ProofStepView[];
  has_more: boolean;
  /** Pass it as `after` to get the next page; null on the last. */
  next_after: number | null;
}

/** One line of a proof path. What is personal in it is null once the signer was erased. */
export interface ProofStepView {
  /** Its number in the order's audit trail. */
  seq: number;
  type: string;
  time: string;
  actor: Actor;
  ip: string | null;
  user_agent: string | null;
  /** Which of the signer's browsers it was. */
  session: string | null;
  /** What a step tells depends on its type. */
  data: Record<string, unknown>;
  /** What else of it is personal: addresses, names, reasons. */
  personal: Record<string, unknown> | null;
}

@Route("v1/orders/{order}/signers/{signer}/proof-path")
@Tags("Audit trail")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class ProofPathController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * What the signer did and what was done for them, step by step, oldest first, each with its time, address and
   * browser.
   * @summary Read a signer's proof path
   * @param after Sequence number of the last step already read
   * @param limit How many, 1 to 100
   * @isInt after must be a whole number
   * @minimum after 0
   * @maximum after 2147483647
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get()
  @Security("api_key", ["orders:read"])
  public async getProofPath(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() signer: string,
    @Query() after = 0,
    @Query() limit = 100,
  ): Promise<ProofPathView> {
    const { tenantId, mode } = callerOf(request);
    const orderId = idFromPath("ord", order, "order");
    const signerId = idFromPath("sgr", signer, "signer");
    const page = { after, limit: limit + 1 };
    const { events, waitingFor } = await readProofPath(
      this.platform,
      tenantId,
      orderId,
      signerId,
      page,
      mode,
    );
    const data = events.slice(0, limit).map(presentStep);
    const hasMore = events.length > limit;
    return {
      object: "proof_path",
      signer,
      waiting_for: waitingFor,
      data,
      has_more: hasMore,
      next_after: hasMore ? data.at(-1)!.seq : null,
    };
  }
}

function presentStep({ body, personal }: ExportedEvent): ProofStepView {
  const { ip, user_agent, session, ...rest } = personal?.data ?? {};
  return {
    seq: body.seq,
    type: body.type,
    time: body.time,
    actor: body.actor,
    ip: asText(ip),
    user_agent: asText(user_agent),
    session: asText(session),
    data: body.data,
    personal: Object.keys(rest).length > 0 ? rest : null,
  };
}

function asText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
