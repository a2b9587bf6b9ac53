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
import { Failure } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idempotencyKeyOf } from "../request/idempotencyKey.js";
import { idFromPath, type Page, readCursor } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { replayed } from "../request/replayed.js";
import type { BulkRequest } from "./bulkRequests.js";
import {
  type BulkCheckView,
  type BulkLineView,
  type BulkView,
  presentBulk,
  presentCheck,
  presentLine,
} from "./bulkViews.js";
import { checkBulk } from "./checkBulk.js";
import { createBulk } from "./createBulk.js";
import { csvSourceOf } from "./csvBody.js";
import { getBulk, listBulks, listLines } from "./listBulk.js";

@Route("v1")
@Tags("Templates")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class BulkController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Takes a list of orders to be made from a template: JSON, or `text/csv` whose first line names the columns
   * (`external_id`, `title`, `message`, `labels`, `metadata.KEY`, `values.NAME`, and `ROLE.given_name`,
   * `ROLE.surname`, `ROLE.email` … for each role). The list is answered at once and worked off line by line; a line
   * that is wrong gets a problem as its result and holds nothing up. Refused at once is CSV whose quotes are out of
   * place (`line` is the line of the file), and a column that is none or of which the template knows nothing. Repeat it safely with an `Idempotency-Key`.
   * @summary Create orders from a list
   * @param dry_run True: every line is checked, and nothing is created
   */
  @Post("templates/{template}/bulk")
  @Security("api_key", ["orders:write"])
  @SuccessResponse(202, "Taken in")
  @Response<BulkCheckView>(200, "Checked; nothing was created")
  public async createBulk(
    @Request() request: ExpressRequest,
    @Path() template: string,
    @Body() body: BulkRequest,
    @Query() dry_run?: boolean,
  ): Promise<BulkView | BulkCheckView> {
    const caller = callerOf(request);
    const id = idFromPath("tpl", template, "template");
    const csv = csvSourceOf(request);
    if (dry_run === true) {
      this.setStatus(200);
      return presentCheck(body.lines.length, await checkBulk(this.platform, caller, id, body, csv));
    }
    const key = idempotencyKeyOf(request);
    const outcome = await createBulk(this.platform, caller, id, body, csv, key, presentBulk);
    this.setStatus(202);
    return replayed(this, outcome);
  }

  /**
   * Lists the lists of orders that were taken in, newest first.
   * @summary List lists of orders
   * @param limit How many, 1 to 100
   * @param cursor `next_cursor` of the page before
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get("bulk")
  @Security("api_key", ["orders:read"])
  public async listBulks(
    @Request() request: ExpressRequest,
    @Query() limit = 20,
    @Query() cursor?: string,
  ): Promise<Page<BulkView>> {
    const before = readCursor("blk", cursor);
    const { bulks, hasMore } = await listBulks(this.platform, callerOf(request), before, limit);
    const last = bulks.at(-1);
    return {
      data: bulks.map(presentBulk),
      has_more: hasMore,
      next_cursor: hasMore && last ? publicId("blk", last.id) : null,
    };
  }

  /** @summary Read a list of orders */
  @Get("bulk/{bulk}")
  @Security("api_key", ["orders:read"])
  public async getBulk(@Request() request: ExpressRequest, @Path() bulk: string): Promise<BulkView> {
    const id = idFromPath("blk", bulk, "list of orders");
    return presentBulk(await getBulk(this.platform, callerOf(request), id));
  }

  /**
   * Lists what became of each line, in their order.
   * @summary List a list's lines
   * @param limit How many, 1 to 1000
   * @param cursor `next_cursor` of the page before
   * @param state Only lines in this state
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 1000
   */
  @Get("bulk/{bulk}/lines")
  @Security("api_key", ["orders:read"])
  public async listLines(
    @Request() request: ExpressRequest,
    @Path() bulk: string,
    @Query() limit = 100,
    @Query() cursor?: string,
    @Query() state?: "pending" | "created" | "failed",
  ): Promise<Page<BulkLineView>> {
    const id = idFromPath("blk", bulk, "list of orders");
    const caller = callerOf(request);
    const after = lineCursor(cursor);
    const { lines, hasMore } = await listLines(this.platform, caller, id, after, state ?? null, limit);
    const last = lines.at(-1);
    return {
      data: lines.map(presentLine),
      has_more: hasMore,
      next_cursor: hasMore && last ? String(last.line) : null,
    };
  }
}

/** @throws Failure `cursor_invalid` */
function lineCursor(text: string | undefined): number {
  if (text === undefined) return 0;
  if (/^[1-9][0-9]{0,6}$/.test(text)) return Number(text);
  throw new Failure("cursor_invalid", "cursor must be the next_cursor of an earlier page.", {
    param: "cursor",
  });
}
