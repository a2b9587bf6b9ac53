import { Readable } from "node:stream";
import {
  Controller,
  Get,
  Path,
  Produces,
  Query,
  Request,
  Response,
  Route,
  Security,
  Tags,
} from "@tsoa/runtime";
import type { Request as ExpressRequest } from "express";
import { contentDisposition } from "../documents/disposition.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import type { AttestationView } from "./attestation.js";
import { attestationPaper } from "./attestationPaper.js";
import { readAttestation } from "./readAttestation.js";
import { sealPaper } from "./sealPaper.js";

@Route("v1/orders/{order}/signers/{signer}/attestation")
@Tags("Evidence")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class AttestationController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * That a one-time certificate was issued to the signer, after which authentication and under which policy, that their
   * signatures were made with it, and that its key was destroyed: a PDF with the service's electronic seal (PAdES
   * B-LTA), which has the certificate and the same statement as JSON attached; or that JSON alone. 409 while the signer
   * has not signed.
   * @summary Get the attestation of issue and signature
   * @param format `pdf` or `json`; left out, what the Accept header prefers, and a PDF where it has no preference
   * @param language BCP 47, of the PDF; left out, the order's
   * @maxLength language 35
   * @pattern language ^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$ language must be a BCP 47 tag, such as "en" or "pt-BR"
   */
  @Get()
  @Produces("application/pdf")
  @Produces("application/json")
  @Security("api_key", ["orders:read"])
  public async getAttestation(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Path() signer: string,
    @Query() format?: "pdf" | "json",
    @Query() language?: string,
  ): Promise<AttestationView | Readable> {
    const caller = callerOf(request);
    const orderId = idFromPath("ord", order, "order");
    const signerId = idFromPath("sgr", signer, "signer");
    const attestation = await readAttestation(this.platform, caller, orderId, signerId);
    this.setHeader("Vary", "Accept");
    if ((format ?? request.accepts(["pdf", "json"])) === "json") return attestation.view;
    const tag = language ?? attestation.order.language ?? attestation.signer.language;
    const { bytes } = await sealPaper(
      this.platform,
      caller.mode,
      attestationPaper(this.platform, attestation, tag),
    );
    this.setHeader("Content-Type", "application/pdf");
    this.setHeader("Content-Length", String(bytes.length));
    this.setHeader("Content-Disposition", contentDisposition("attachment", `attestation-${signer}.pdf`));
    return Readable.from([bytes], { objectMode: false });
  }
}
