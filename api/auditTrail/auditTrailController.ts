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
import { makeSealedTrailPaper } from "../papers/trailPaper.js";
import type { Platform } from "../platform.js";
import { callerOf } from "../request/authentication.js";
import { idFromPath } from "../request/page.js";
import type { ProblemView } from "../request/problemView.js";
import { languageOf, readTrail } from "./readTrail.js";
import { trailAsHtml, trailPolicy } from "./renderings/html.js";
import { trailAsJson } from "./renderings/json.js";
import type { SpokenTrail } from "./renderings/spokenTrail.js";
import { trailAsText } from "./renderings/text.js";
import { trailAsXml } from "./renderings/xml.js";
import { acceptedFormat, contentTypeOf, extensionOf, type TrailFormat } from "./trailFormat.js";

const texts = { json: trailAsJson, text: trailAsText, html: trailAsHtml, xml: trailAsXml } as const;

@Route("v1/orders/{order}/audit-trail")
@Tags("Audit trail")
@Response<ProblemView>("default", "What went wrong (RFC 9457)")
export class AuditTrailController extends Controller {
  constructor(private readonly platform: Platform) {
    super();
  }

  /**
   * The order's audit trail, to be read: the procedure, its documents, each participant with how they were reached and
   * authenticated, what they were shown, agreed to and signed, and every step with its hash. One content, made of the
   * chain of events alone, in five forms: JSON, plain text, HTML, XML (schema: `/schemas/audit-trail-1.xsd`), and a PDF
   * with the service's electronic seal (PAdES B-LTA). The chain itself is at `/v1/orders/{order}/audit`.
   * @summary Read the audit trail
   * @param format Left out, what the Accept header prefers; JSON where it has no preference
   * @param language Left out, the order's
   */
  @Get()
  @Produces("application/json")
  @Produces("text/plain")
  @Produces("text/html")
  @Produces("application/xml")
  @Produces("application/pdf")
  @Security("api_key", ["orders:read"])
  public async getAuditTrail(
    @Request() request: ExpressRequest,
    @Path() order: string,
    @Query() format?: "json" | "text" | "html" | "xml" | "pdf",
    @Query() language?:
      | "en"
      | "fr"
      | "de"
      | "es"
      | "it"
      | "nl"
      | "pt"
      | "pl"
      | "sv"
      | "da"
      | "cs"
      | "ro"
      | "ar",
  ): Promise<SpokenTrail | Readable> {
    const caller = callerOf(request);
    const asked: TrailFormat = format ?? acceptedFormat(request);
    const read = await readTrail(this.platform, caller, idFromPath("ord", order, "order"));
    const spoken = language ?? languageOf(read);
    const bytes =
      asked === "pdf"
        ? (
            await makeSealedTrailPaper(this.platform, {
              ...read,
              tenantId: caller.tenantId,
              language: spoken,
            })
          ).bytes
        : Buffer.from(texts[asked](read.trail, spoken), "utf8");
    this.setHeader("Content-Type", contentTypeOf(asked));
    this.setHeader("Content-Length", String(bytes.length));
    this.setHeader("Vary", "Accept");
    if (asked === "html") {
      this.setHeader("Content-Security-Policy", `${trailPolicy}; frame-ancestors 'none'; sandbox`);
    }
    const name = `audit-trail-${order}.${extensionOf(asked)}`;
    this.setHeader("Content-Disposition", contentDisposition("inline", name));
    return Readable.from([bytes], { objectMode: false });
  }
}
