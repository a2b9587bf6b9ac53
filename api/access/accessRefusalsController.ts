import { Controller, Get, Query, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { type Page, pageOf, readCursor } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { listRefusals } from "./listRefusals.js";
import type { CountedRefusal } from "./refusal.js";

/** What was refused to one key or certificate for one reason. */
export interface AccessRefusalView {
  id: string;
  object: "access_refusal";
  mode: "test" | "live";
  /** The key that was come with, or that the certificate acts for. */
  api_key: string;
  /** Null where the key's secret was come with, be it beside a certificate that is not the key's. */
  client_certificate: string | null;
  /** The code of the answer. */
  reason:
    | "certificate_unknown"
    | "certificate_expired"
    | "certificate_not_yet_valid"
    | "certificate_revoked"
    | "address_not_allowed";
  /** How often so far, at least: counted to the minute. */
  refused: number;
  first_at: string;
  last_at: string;
}

@Route("v1/access-refusals")
@Tags("Access")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class AccessRefusalsController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Lists which keys and certificates of the caller's mode were not let in, and why; those that were met last for the first
   * time come first. Of secrets and certificates that nobody has here, nothing is kept.
   * @summary List refusals at the door
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get()
  @Security("api_key", ["keys:read"])
  public async listAccessRefusals(
    @Request() request: ExpressRequest,
    @Query() limit = 20,
    @Query() cursor?: string,
  ): Promise<Page<AccessRefusalView>> {
    const before = readCursor("rfl", cursor);
    const refusals = await listRefusals(this.platform, callerOf(request), { before, limit: limit + 1 });
    return pageOf(refusals, limit, present, ({ id }) => id);
  }
}

function present(refusal: CountedRefusal): AccessRefusalView {
  return {
    id: publicId("rfl", refusal.id),
    object: "access_refusal",
    mode: refusal.mode,
    api_key: publicId("key", refusal.apiKeyId),
    client_certificate: refusal.certificateId && publicId("crt", refusal.certificateId),
    reason: refusal.reason,
    refused: refusal.refused,
    first_at: refusal.firstAt.toISOString(),
    last_at: refusal.lastAt.toISOString(),
  };
}
