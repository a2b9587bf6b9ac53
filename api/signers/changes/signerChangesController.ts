import {
  Body,
  Controller,
  Delete,
  Patch,
  Path,
  Post,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { Failure } from "../../failure/failure.js";
import { parsePublicId } from "../../ids/id.js";
import type { OrderWithParts } from "../../orders/order.js";
import { type OrderView, presentOrder } from "../../orders/orderViews.js";
import { readPlacements } from "../../placements/placementRequests.js";
import type { Platform } from "../../platform.js";
import { callerOf } from "../../request/authentication.js";
import { idempotencyKeyOf } from "../../request/idempotencyKey.js";
import { idFromPath } from "../../request/page.js";
import type { ProblemView } from "../../request/problemView.js";
import { replayed } from "../../request/replayed.js";
import { type AddedSignerInput, addSigner } from "./addSigner.js";
import type { AddSignerRequest, ChangeSignerRequest, ReplaceSignerRequest } from "./changeRequests.js";
import { changeSigner } from "./changeSigner.js";
import { removeSigner } from "./removeSigner.js";
import { replaceSigner } from "./replaceSigner.js";

/** Signers of a draft or a running order; each answer is the order as it is then. */
@Route("v1/orders/{order}/signers")
@Tags("Signers")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class SignerChangesController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Adds a signer to a draft or a running order, as the last of its signers. Links of the others stay as they are.
   * @summary Add a signer
   */
  @Post()
  @Security("api_key", ["orders:write"])
  @SuccessResponse(201, "Created")
  public async addSigner(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Body() body: AddSignerRequest,
  ): Promise<OrderView> {
    const outcome = await addSigner(
      this.platform,
      callerOf(request),
      idFromPath("ord", order, "order"),
      readAddedSigner(body),
      idempotencyKeyOf(request),
      this.present,
    );
    this.setStatus(201);
    return replayed(this, outcome);
  }

  /**
   * Corrects a signer's data, or puts them into another group, as long as they have not acted. A new e-mail address
   * makes their link useless and brings them another; changed data make open codes useless. For another person, replace
   * the signer.
   * @summary Change a signer
   */
  @Patch("{signer}")
  @Security("api_key", ["orders:write"])
  public async changeSigner(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() signer: string,
    @Body() body: ChangeSignerRequest,
  ): Promise<OrderView> {
    const outcome = await changeSigner(
      this.platform,
      callerOf(request),
      idFromPath("ord", order, "order"),
      idFromPath("sgr", signer, "signer"),
      body,
      idempotencyKeyOf(request),
      this.present,
    );
    return replayed(this, outcome);
  }

  /**
   * Has another person act in a signer's place, with the same role, group and placements. They have a link of their own;
   * the signer's is no longer in use.
   * @summary Replace a signer
   */
  @Post("{signer}/replace")
  @Security("api_key", ["orders:write"])
  public async replaceSigner(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() signer: string,
    @Body() body: ReplaceSignerRequest,
  ): Promise<OrderView> {
    const outcome = await replaceSigner(
      this.platform,
      callerOf(request),
      idFromPath("ord", order, "order"),
      idFromPath("sgr", signer, "signer"),
      body,
      idempotencyKeyOf(request),
      this.present,
    );
    return replayed(this, outcome);
  }

  /**
   * Takes a signer off the order, as long as they have not acted. Where all others are done, the order is completed by
   * that. The last one who signs cannot be removed.
   * @summary Remove a signer
   */
  @Delete("{signer}")
  @Security("api_key", ["orders:write"])
  @SuccessResponse(200, "Removed")
  public async removeSigner(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() signer: string,
  ): Promise<OrderView> {
    const outcome = await removeSigner(
      this.platform,
      callerOf(request),
      idFromPath("ord", order, "order"),
      idFromPath("sgr", signer, "signer"),
      idempotencyKeyOf(request),
      this.present,
    );
    return replayed(this, outcome);
  }

  private readonly present = (order: OrderWithParts): OrderView => presentOrder(this.platform, order);
}

/** @throws Failure `field_invalid`, `placement_invalid` */
function readAddedSigner(body: AddSignerRequest): AddedSignerInput {
  const role = body.role ?? "signer";
  return {
    role,
    signingGroup: body.group ?? null,
    witnessOf: body.witness_of === undefined ? null : readWitnessed(body.witness_of),
    externalId: body.external_id ?? null,
    templateRole: null,
    givenName: body.given_name,
    surname: body.surname,
    country: body.country ?? "FR",
    email: body.email ?? null,
    phone: body.phone ?? null,
    language: body.language ?? "en",
    authentication: body.authentication ?? (role === "copy" ? "none" : "email"),
    codeText: body.code_text ?? null,
    placements: readPlacements(body.placements, "placements"),
  };
}

/** @throws Failure `field_invalid` */
function readWitnessed(text: string): string {
  const id = parsePublicId("sgr", text);
  if (id === null) {
    throw new Failure("field_invalid", "witness_of must be the id of a signer of the order.", {
      param: "witness_of",
    });
  }
  return id;
}
