import {
  Body,
  Controller,
  Post,
  Request,
  Response,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { bytesOfBase64 } from "../documents/base64.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import type { ProblemView } from "../request/problemView.js";
import { pdfBodyOf } from "./pdfBody.js";
import { presentVerification } from "./presentVerification.js";
import type { VerificationView } from "./verificationViews.js";
import { verifyDocument } from "./verifyDocument.js";

export interface VerificationRequest {
  /** The signed PDF, base64. */
  document: string;
  /**
   * Of an encrypted PDF.
   * @maxLength 1000
   */
  password?: string;
  /**
   * A time to judge at in place of now what no time-stamp proves to be older.
   * @isDateTime at must be a time in ISO 8601, as in 2026-01-31T12:00:00Z
   */
  at?: Date;
  /** True: PDFs that it carries as attachments are verified, too, three deep and 50 files at most. */
  recursive?: boolean;
}

@Route("v1/verifications")
@Tags("Verification")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class VerificationsController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * Verifies the signatures and time-stamps of a PDF (PAdES), made here or anywhere: whether the bytes are those that
   * were signed, by whom, when that is proven, what was changed since, and whether the certificates lead to this service's
   * authorities or to one that its operator trusts. It goes by what is in the document: nothing is fetched, and nothing of
   * it is kept. Send JSON, or the PDF itself as `application/pdf`.
   *
   * What is wrong with a signature is in the answer; a refusal is about the document: it is no PDF, needs a password, has
   * no signature, or would take too long. With a live key, signatures of the test mode do not pass.
   * @summary Verify a signed document
   */
  @Post()
  @Security("api_key", ["orders:read"])
  @SuccessResponse(200, "Verified, whatever came of it")
  public async createVerification(
    @Request() request: ExpressRequest,
    @Body() body: VerificationRequest,
  ): Promise<VerificationView> {
    const bytes = pdfBodyOf(request) ?? bytesOfBase64(body.document);
    if (bytes === null) throw new Failure("field_invalid", "document is not base64.", { param: "document" });
    const verified = await verifyDocument(this.platform, callerOf(request), bytes, {
      at: body.at ?? null,
      password: body.password ?? null,
      recursive: body.recursive ?? false,
      original: false,
      param: "document",
    });
    this.setStatus(200);
    return presentVerification(verified);
  }
}
