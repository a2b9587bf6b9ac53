import { type Response, Router } from "express";
import { exportAudit } from "../audit/exportAudit.js";
import { contentDisposition } from "../documents/disposition.js";
import { fetchDocument } from "../documents/fetchDocument.js";
import { Failure, notFound } from "../failure/failure.js";
import type { PageSettings } from "../hostedPage/pageSettings.js";
import { parsePublicId, publicId } from "../ids/id.js";
import { readOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { newBrowserSession, signerVisitor } from "../proofPath/browserSession.js";
import { visitorOf } from "../request/visitor.js";
import { recordDelivery } from "./handOut.js";
import { findLinkHolder, type LinkHolder, openLink } from "./openLink.js";
import { requireShortLived } from "./shortLivedUrl.js";

/** Makes the page's HTML and its headers; the page itself lives with the other pages. */
export interface HostedPage {
  render(page: { signerId: string; session: string; language: string; title: string }): string;
  /** @param page who may frame it, and where its logo lies */
  headers(page: Readonly<PageSettings>): Record<string, string>;
}

/** The page behind a signing link, and the documents that it shows. */
export function hostedRouter(platform: Platform, page: HostedPage): Router {
  const router = Router();
  router.get("/s/:link", async (request, response) => {
    const holder = await holderOrNull(platform, request.params.link);
    if (holder === null) {
      // A person stands here, not a program: the page finds no order either, and says so in words.
      const nobody = { signerId: "unknown", session: "", language: "en", title: "Paraph" };
      send(response.status(404), page.headers({}), page.render(nobody));
      return;
    }
    const session = newBrowserSession(platform, holder.signerId);
    const visitor = signerVisitor(platform, request, holder.signerId, session);
    const { title, language, page: settings } = await openLink(platform, holder, visitor);
    const signerId = publicId("sgr", holder.signerId);
    send(response, page.headers(settings), page.render({ signerId, session, language, title }));
  });
  router.get("/s/:link/documents/:document/:variant", async (request, response) => {
    const { document, variant } = request.params;
    const documentId = parsePublicId("doc", document);
    if (documentId === null || (variant !== "source" && variant !== "signed")) throw notFound("document");
    const session = requireShortLived(platform, request.path, request.query);
    const holder = await findLinkHolder(platform, request.params.link);
    const file = await fetchDocument(platform, holder.tenantId, holder.orderId, documentId, variant);
    if (request.method === "GET") {
      await recordDelivery(platform, holder, documentId, file, visitorOf(request, null, session));
    }
    response
      .type("application/pdf")
      .set("Cache-Control", "private, no-store")
      .set(
        "Content-Disposition",
        contentDisposition(variant === "signed" ? "attachment" : "inline", file.name),
      )
      // Not `send`: it would digest the whole document for an ETag that nobody may keep.
      .set("Content-Length", String(file.bytes.length))
      .end(file.bytes);
  });
  router.get("/s/:link/audit", async (request, response) => {
    requireShortLived(platform, request.path, request.query);
    const { tenantId, orderId, signerId } = await findLinkHolder(platform, request.params.link);
    const audit = await platform.database.withTenant(tenantId, async (transaction) =>
      exportAudit(platform, transaction, await readOrder(transaction, orderId), signerId),
    );
    response
      .type("application/json")
      .set("Cache-Control", "private, no-store")
      .set("Content-Disposition", contentDisposition("attachment", `audit-${audit.order}.json`))
      .send(`${JSON.stringify(audit, null, 2)}\n`);
  });
  return router;
}

function send(response: Response, headers: Record<string, string>, html: string): void {
  // Who may frame the page is the policy's to say, order by order; this older header would say one thing for all.
  response.removeHeader("X-Frame-Options");
  response.set(headers).send(html);
}

async function holderOrNull(platform: Platform, link: string): Promise<LinkHolder | null> {
  try {
    return await findLinkHolder(platform, link);
  } catch (error) {
    if (error instanceof Failure && (error.code === "not_found" || error.code === "signer_removed"))
      return null;
    throw error;
  }
}
