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
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idempotencyKeyOf } from "../request/idempotencyKey.js";
import { idFromPath, type Page, pageOf, readCursor } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { replayed } from "../request/replayed.js";
import type { ClientCertificate } from "./clientCertificate.js";
import {
  type CreateClientCertificateRequest,
  keyNamed,
  readNewCertificate,
} from "./clientCertificateRequests.js";
import {
  type ClientCertificateView,
  type NewClientCertificateView,
  presentCertificate,
  presentIssued,
} from "./clientCertificateViews.js";
import { issueClientCertificate } from "./issueClientCertificate.js";
import { listClientCertificates, readClientCertificate } from "./readClientCertificates.js";
import { revokeClientCertificate } from "./revokeClientCertificate.js";

@Route("v1/client-certificates")
@Tags("API keys")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class ClientCertificatesController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Issues a certificate that a program can come with over mutual TLS instead of an API key's secret. The private key is shown
   * in this answer alone. A key has at most 50 certificates that are neither revoked nor over.
   * @summary Issue a client certificate
   */
  @Post()
  @Security("api_key", ["keys:write"])
  @SuccessResponse(201, "Created")
  public async issueClientCertificate(
    @Request() request: ExpressRequest,
    @Body() body: CreateClientCertificateRequest,
  ): Promise<NewClientCertificateView> {
    const outcome = await issueClientCertificate(
      this.platform,
      callerOf(request),
      readNewCertificate(body),
      idempotencyKeyOf(request),
      (certificate, file) => presentIssued(certificate, file, this.platform.clock.now()),
    );
    this.setStatus(201);
    return replayed(this, outcome);
  }

  /**
   * Lists the client certificates of the key's mode, newest first.
   * @summary List client certificates
   * @param api_key Only those that act for this API key.
   * @isInt limit must be a whole number
   * @minimum limit 1
   * @maximum limit 100
   */
  @Get()
  @Security("api_key", ["keys:read"])
  public async listClientCertificates(
    @Request() request: ExpressRequest,
    @Query() limit = 20,
    @Query() cursor?: string,
    @Query() api_key?: string,
  ): Promise<Page<ClientCertificateView>> {
    const page = {
      apiKeyId: api_key === undefined ? null : keyNamed(api_key),
      before: readCursor("crt", cursor),
      limit: limit + 1,
    };
    const found = await listClientCertificates(this.platform, callerOf(request), page);
    return pageOf(found, limit, this.#present, ({ id }) => id);
  }

  /** @summary Read a client certificate */
  @Get("{certificate}")
  @Security("api_key", ["keys:read"])
  public async readClientCertificate(
    @Request() request: ExpressRequest,
    @Path() certificate: string,
  ): Promise<ClientCertificateView> {
    return this.#present(await readClientCertificate(this.platform, callerOf(request), idOf(certificate)));
  }

  /**
   * Revokes a certificate at once, for good: the next call that comes with it is refused.
   * @summary Revoke a client certificate
   */
  @Delete("{certificate}")
  @Security("api_key", ["keys:write"])
  public async revokeClientCertificate(
    @Request() request: ExpressRequest,
    @Path() certificate: string,
  ): Promise<ClientCertificateView> {
    return this.#present(await revokeClientCertificate(this.platform, callerOf(request), idOf(certificate)));
  }

  readonly #present = (certificate: ClientCertificate): ClientCertificateView =>
    presentCertificate(certificate, this.platform.clock.now());
}

function idOf(certificate: string): string {
  return idFromPath("crt", certificate, "client certificate");
}
