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
import type { Platform } from "../../platform.js";
import { callerOf } from "../../request/authentication.js";
import { idempotencyKeyOf } from "../../request/idempotencyKey.js";
import { idFromPath, type Page, pageOf, readCursor } from "../../request/page.js";
import type { ProblemView } from "../../request/problemView.js";
import { replayed } from "../../request/replayed.js";
import { usualOverlapSeconds } from "../signatures/rotateSecret.js";
import { presentSecret, shownSecret, type WebhookSecretView } from "../signatures/secretView.js";
import { changeEndpoint } from "./changeEndpoint.js";
import { createEndpoint } from "./createEndpoint.js";
import { deleteEndpoint } from "./deleteEndpoint.js";
import {
  type ChangeEndpointRequest,
  type CreateEndpointRequest,
  type RotateSecretRequest,
  readEndpointChange,
} from "./endpointRequests.js";
import type { EndpointRow } from "./endpointRows.js";
import { readEndpointSecrets, rotateEndpointSecret } from "./endpointSecrets.js";
import { type EndpointView, type NewEndpointView, presentEndpoint } from "./endpointView.js";
import { getEndpoint, listEndpoints } from "./readEndpoints.js";

@Route("v1/webhook-endpoints")
@Tags("Webhooks")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class EndpointsController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Registers a URL that is told of what happens in the key's mode from then on, at most 50 of them. The answer holds the
   * secret of its signatures, which `GET …/secret` shows again.
   * @summary Create a webhook endpoint
   */
  @Post()
  @Security("api_key", ["webhooks:write"])
  @SuccessResponse(201, "Created")
  public async createEndpoint(
    @Request() request: ExpressRequest,
    @Body() body: CreateEndpointRequest,
  ): Promise<NewEndpointView> {
    const outcome = await createEndpoint(
      this.platform,
      callerOf(request),
      { ...readEndpointChange(body), url: body.url },
      idempotencyKeyOf(request),
      (endpoint, secret): NewEndpointView => ({
        ...this.#present(endpoint),
        ...shownSecret(this.platform, secret),
      }),
    );
    this.setStatus(201);
    return replayed(this, outcome);
  }

  /**
   * Lists the webhook endpoints of the key's mode, newest first.
   * @summary List webhook endpoints
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get()
  @Security("api_key", ["webhooks:read"])
  public async listEndpoints(
    @Request() request: ExpressRequest,
    @Query() limit = 20,
    @Query() cursor?: string,
  ): Promise<Page<EndpointView>> {
    const before = readCursor("whe", cursor);
    const found = await listEndpoints(this.platform, callerOf(request), { before, limit: limit + 1 });
    return pageOf(found, limit, this.#present, ({ id }) => id);
  }

  /** @summary Read a webhook endpoint */
  @Get("{endpoint}")
  @Security("api_key", ["webhooks:read"])
  public async getEndpoint(
    @Request() request: ExpressRequest,
    @Path() endpoint: string,
  ): Promise<EndpointView> {
    return this.#present(await getEndpoint(this.platform, callerOf(request), idOf(endpoint)));
  }

  /**
   * Changes a webhook endpoint, pauses it, or enables it again. What it is told while it is paused waits; what would have
   * been told it while it was disabled can be replayed.
   * @summary Change a webhook endpoint
   */
  @Patch("{endpoint}")
  @Security("api_key", ["webhooks:write"])
  public async changeEndpoint(
    @Request() request: ExpressRequest,
    @Path() endpoint: string,
    @Body() body: ChangeEndpointRequest,
  ): Promise<EndpointView> {
    const change = readEndpointChange(body);
    const key = idempotencyKeyOf(request);
    const { platform } = this;
    const id = idOf(endpoint);
    return replayed(this, await changeEndpoint(platform, callerOf(request), id, change, key, this.#present));
  }

  /**
   * Deletes a webhook endpoint: nothing goes there any more, not even what waits. The answer shows it as it last was.
   * @summary Delete a webhook endpoint
   */
  @Delete("{endpoint}")
  @Security("api_key", ["webhooks:write"])
  public async deleteEndpoint(
    @Request() request: ExpressRequest,
    @Path() endpoint: string,
  ): Promise<EndpointView> {
    const key = idempotencyKeyOf(request);
    return replayed(
      this,
      await deleteEndpoint(this.platform, callerOf(request), idOf(endpoint), key, this.#present),
    );
  }

  /**
   * What the endpoint's requests are signed with.
   * @summary Read an endpoint's secret
   */
  @Get("{endpoint}/secret")
  @Security("api_key", ["webhooks:write"])
  public async readEndpointSecret(
    @Request() request: ExpressRequest,
    @Path() endpoint: string,
  ): Promise<WebhookSecretView> {
    const rows = await readEndpointSecrets(this.platform, callerOf(request), idOf(endpoint));
    return presentSecret(this.platform, rows);
  }

  /**
   * Makes a new secret for the endpoint. The old one signs as well until the overlap ends; three sign at most.
   * @summary Rotate an endpoint's secret
   */
  @Post("{endpoint}/rotate-secret")
  @Security("api_key", ["webhooks:write"])
  @SuccessResponse(200, "Rotated")
  public async rotateEndpointSecret(
    @Request() request: ExpressRequest,
    @Path() endpoint: string,
    @Body() body?: RotateSecretRequest,
  ): Promise<WebhookSecretView> {
    const outcome = await rotateEndpointSecret(
      this.platform,
      callerOf(request),
      idOf(endpoint),
      body?.overlap_seconds ?? usualOverlapSeconds,
      idempotencyKeyOf(request),
      (rows) => presentSecret(this.platform, rows),
    );
    return replayed(this, outcome);
  }

  readonly #present = (endpoint: EndpointRow): EndpointView => presentEndpoint(this.platform, endpoint);
}

function idOf(endpoint: string): string {
  return idFromPath("whe", endpoint, "webhook endpoint");
}
