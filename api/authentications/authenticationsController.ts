import {
  Body,
  Controller,
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
import { publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idempotencyKeyOf } from "../request/idempotencyKey.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { replayed } from "../request/replayed.js";
import { type StatedAuthentication, stateAuthentication } from "./statedAuthentication.js";

export interface StateAuthenticationRequest {
  /** How you authenticated the signer. */
  method: "login" | "card_payment" | "identity_document" | "video" | "other";
  /**
   * Your own reference of it, such as a session or a transaction.
   * @minLength 1
   * @maxLength 200
   */
  reference?: string;
  /** When it was; now by default. */
  at?: Date;
  /**
   * What was done, in your own words.
   * @minLength 1
   * @maxLength 2000
   * @example "Logged in with password and passkey, in our customer portal."
   */
  statement: string;
}

/** A statement as it stands in the audit trail: the caller's, not ours. */
export interface AuthenticationView {
  object: "authentication";
  signer: string;
  method: StatedAuthentication["method"];
  reference: string | null;
  at: string;
  statement: string;
  recorded_at: string;
}

@Route("v1/orders/{order}/signers/{signer}")
@Tags("Signers")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class AuthenticationsController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * States that you have authenticated the signer yourself: by a login, a card payment, an identity document. It is
   * recorded in the audit trail as your statement, and changes nothing about the codes that the signer is asked for.
   * @summary State an authentication
   */
  @Post("authentications")
  @Security("api_key", ["orders:write"])
  @SuccessResponse(201, "Recorded")
  public async stateAuthentication(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() signer: string,
    @Body() body: StateAuthenticationRequest,
  ): Promise<AuthenticationView> {
    const signerId = idFromPath("sgr", signer, "signer");
    const at = body.at ?? this.platform.clock.now();
    const { method, statement } = body;
    const reference = body.reference ?? null;
    const outcome = await stateAuthentication(
      this.platform,
      callerOf(request),
      idFromPath("ord", order, "order"),
      signerId,
      { method, reference, at, statement },
      idempotencyKeyOf(request),
      (recordedAt): AuthenticationView => ({
        object: "authentication",
        signer: publicId("sgr", signerId),
        method,
        reference,
        at: at.toISOString(),
        statement,
        recorded_at: recordedAt.toISOString(),
      }),
    );
    this.setStatus(201);
    return replayed(this, outcome);
  }
}
