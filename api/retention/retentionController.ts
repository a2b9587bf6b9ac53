import { Body, Controller, Get, Put, Request, Response, Route, Security, Tags } from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import type { ProblemView } from "../request/problemView.js";
import { putSettings, type RetentionSettings, readSettings } from "./settings.js";

/** How long what is left of orders is kept after their end, unless they say otherwise. */
export interface RetentionSettingsView {
  object: "retention";
  mode: "test" | "live";
  /** ISO 8601 duration. */
  documents: string;
  /** ISO 8601 duration. */
  evidence: string;
  archive: boolean;
  /** Null: nobody has set anything, and the usual terms hold. */
  updated_at: string | null;
}

export interface RetentionSettingsRequest {
  /**
   * How long documents are kept after an order's end, as an ISO 8601 duration of one unit: 1 day to 50 years.
   * @pattern ^P[1-9][0-9]{0,4}[DMY]$
   * @example "P3M"
   */
  documents: string;
  /**
   * How long the evidence is kept after an order's end, documents apart; no shorter.
   * @pattern ^P[1-9][0-9]{0,4}[DMY]$
   * @example "P10Y"
   */
  evidence: string;
  /** True: signed documents are deposited with the evidence, for as long as that is kept. */
  archive: boolean;
}

@Route("v1/retention")
@Tags("Retention")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class RetentionController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * How long documents and evidence of orders of the key's mode are kept after the order's end.
   * @summary Read the terms of retention
   */
  @Get()
  @Security("api_key", ["orders:read"])
  public async getRetention(@Request() request: ExpressRequest): Promise<RetentionSettingsView> {
    const { tenantId, mode } = callerOf(request);
    const settings = await this.platform.database.withTenant(tenantId, (transaction) =>
      readSettings(transaction, mode),
    );
    return present(mode, settings);
  }

  /**
   * Sets the terms of the key's mode, for orders that are made from now on and name none of their own.
   * @summary Set the terms of retention
   */
  @Put()
  @Security("api_key", ["orders:write"])
  public async putRetention(
    @Request() request: ExpressRequest,
    @Body() body: RetentionSettingsRequest,
  ): Promise<RetentionSettingsView> {
    const caller = callerOf(request);
    const { documents, evidence, archive } = body;
    return present(caller.mode, await putSettings(this.platform, caller, { documents, evidence, archive }));
  }
}

function present(mode: "test" | "live", settings: RetentionSettings): RetentionSettingsView {
  const { documents, evidence, archive, updatedAt } = settings;
  return {
    object: "retention",
    mode,
    documents,
    evidence,
    archive,
    updated_at: updatedAt?.toISOString() ?? null,
  };
}
