import {
  Body,
  Controller,
  Delete,
  Get,
  Patch,
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
import { publicId } from "../ids/id.js";
import { readNewDocuments } from "../orders/orderRequests.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idempotencyKeyOf } from "../request/idempotencyKey.js";
import { idFromPath, type Page, readCursor } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { replayed } from "../request/replayed.js";
import { uploadsOf } from "../request/uploads.js";
import { archiveTemplate, changeTemplate } from "./changeTemplate.js";
import { createTemplate } from "./createTemplate.js";
import { getTemplate, listTemplates } from "./listTemplates.js";
import type { ChangeTemplateRequest, CreateTemplateRequest } from "./templateRequests.js";
import { presentTemplate, type TemplateView } from "./templateViews.js";

@Route("v1/templates")
@Tags("Templates")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class TemplatesController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Keeps documents, roles and placements to make orders from. Takes JSON, or `multipart/form-data` with the JSON in
   * the part `template` and each document in a part `file`.
   * @summary Create a template
   */
  @Post()
  @Security("api_key", ["orders:write"])
  @SuccessResponse(201, "Created")
  public async createTemplate(
    @Request() request: ExpressRequest,
    @Body() body: CreateTemplateRequest,
  ): Promise<TemplateView> {
    const outcome = await createTemplate(
      this.platform,
      callerOf(request),
      body,
      readNewDocuments(body.documents ?? [], uploadsOf(request)),
      idempotencyKeyOf(request),
      presentTemplate,
    );
    this.setStatus(201);
    return replayed(this, outcome);
  }

  /**
   * Lists the templates in use, newest first.
   * @summary List templates
   * @param limit How many, 1 to 100
   * @param cursor `next_cursor` of the page before
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get()
  @Security("api_key", ["orders:read"])
  public async listTemplates(
    @Request() request: ExpressRequest,
    @Query() limit = 20,
    @Query() cursor?: string,
  ): Promise<Page<TemplateView>> {
    const before = readCursor("tpl", cursor);
    const { templates, hasMore } = await listTemplates(this.platform, callerOf(request), before, limit);
    const last = templates.at(-1);
    return {
      data: templates.map(presentTemplate),
      has_more: hasMore,
      next_cursor: hasMore && last ? publicId("tpl", last.template.id) : null,
    };
  }

  /** @summary Read a template */
  @Get("{template}")
  @Security("api_key", ["orders:read"])
  public async getTemplate(
    @Request() request: ExpressRequest,
    @Path() template: string,
  ): Promise<TemplateView> {
    const id = idFromPath("tpl", template, "template");
    return presentTemplate(await getTemplate(this.platform, callerOf(request), id));
  }

  /**
   * Changes a template; what is left out stays. Orders made from it before stay as they are.
   * @summary Change a template
   */
  @Patch("{template}")
  @Security("api_key", ["orders:write"])
  public async changeTemplate(
    @Request() request: ExpressRequest,
    @Path() template: string,
    @Body() body: ChangeTemplateRequest,
  ): Promise<TemplateView> {
    const id = idFromPath("tpl", template, "template");
    return presentTemplate(await changeTemplate(this.platform, callerOf(request), id, body));
  }

  /**
   * Takes a template out of use; orders made from it stay as they are.
   * @summary Archive a template
   */
  @Delete("{template}")
  @Security("api_key", ["orders:write"])
  public async archiveTemplate(
    @Request() request: ExpressRequest,
    @Path() template: string,
  ): Promise<TemplateView> {
    const id = idFromPath("tpl", template, "template");
    return presentTemplate(await archiveTemplate(this.platform, callerOf(request), id));
  }
}
