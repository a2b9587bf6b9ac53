import {
  Body,
  Controller,
  Delete,
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
import { publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idempotencyKeyOf } from "../request/idempotencyKey.js";
import { idFromPath, type Page, pageOf, readCursor } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { replayed } from "../request/replayed.js";
import { type ApiKey, createApiKey, listApiKeys, revokeApiKey } from "./apiKeys.js";

export interface ApiKeyView {
  id: string;
  object: "api_key";
  mode: "test" | "live";
  name: string;
  /** The first characters of the key. */
  prefix: string;
  scopes: string[];
  eu_ses: EuSesAnswers;
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
}

/** How the EU-SES dialect answers a key. */
export interface EuSesAnswers {
  /** Whether answers come in `{data, success, message, error}`; otherwise as what would stand in `data`. */
  envelope: boolean;
}

/** A new key: the only answer that ever holds its secret. */
export interface NewApiKeyView extends ApiKeyView {
  secret: string;
}

export interface CreateApiKeyRequest {
  /**
   * @minLength 1
   * @maxLength 200
   */
  name: string;
  /** The caller's own mode by default. */
  mode?: "test" | "live";
  /**
   * `orders:read`, `orders:write`, `keys:read`, `keys:write`, `webhooks:read`, `webhooks:write`; those of the caller's key
   * by default. Also up to 50 that name calls, as `METHOD:host/path`: `POST:esignature.example/EU-SES`. Such a scope opens
   * that path and all below it, to that method (`*`: to any); the host is not compared. A key that has only such scopes may
   * call nothing else. They are given by keys that have all scopes, or one of their own that names as much.
   * @maxItems 100
   */
  scopes?: string[];
  /** With the envelope by default. */
  eu_ses?: EuSesAnswers;
  /** When the key ends; by default with the caller's own, and never after it. */
  expires_at?: Date;
}

@Route("v1/api-keys")
@Tags("API keys")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class ApiKeysController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Makes an API key. Its secret is shown this once.
   * @summary Create an API key
   */
  @Post()
  @Security("api_key", ["keys:write"])
  @SuccessResponse(201, "Created")
  public async createApiKey(
    @Request() request: ExpressRequest,
    @Body() body: CreateApiKeyRequest,
  ): Promise<NewApiKeyView> {
    const caller = callerOf(request);
    const input = {
      name: body.name,
      mode: body.mode ?? caller.mode,
      scopes: body.scopes ?? [],
      euSesBare: body.eu_ses?.envelope === false,
      expiresAt: body.expires_at ?? null,
    };
    const outcome = await createApiKey(
      this.platform,
      caller,
      input,
      idempotencyKeyOf(request),
      (key, secret): NewApiKeyView => ({ ...present(key), secret }),
    );
    this.setStatus(201);
    return replayed(this, outcome);
  }

  /**
   * Lists the API keys of the caller's mode, newest first, without their secrets.
   * @summary List API keys
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get()
  @Security("api_key", ["keys:read"])
  public async listApiKeys(
    @Request() request: ExpressRequest,
    @Query() limit = 20,
    @Query() cursor?: string,
  ): Promise<Page<ApiKeyView>> {
    const before = readCursor("key", cursor);
    const keys = await listApiKeys(this.platform, callerOf(request), { before, limit: limit + 1 });
    return pageOf(keys, limit, present, ({ id }) => id);
  }

  /**
   * Revokes a key at once, for good.
   * @summary Revoke an API key
   */
  @Delete("{key}")
  @Security("api_key", ["keys:write"])
  public async revokeApiKey(@Request() request: ExpressRequest, @Path() key: string): Promise<ApiKeyView> {
    return present(await revokeApiKey(this.platform, callerOf(request), idFromPath("key", key, "API key")));
  }
}

function present(key: ApiKey): ApiKeyView {
  return {
    id: publicId("key", key.id),
    object: "api_key",
    mode: key.mode,
    name: key.name,
    prefix: key.prefix,
    scopes: [...key.scopes],
    eu_ses: { envelope: !key.euSesBare },
    created_at: key.createdAt.toISOString(),
    expires_at: key.expiresAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
  };
}
