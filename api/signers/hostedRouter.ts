import { Router } from "express";
import { exportAudit } from "../audit/exportAudit.js";
import { contentDisposition } from "../documents/disposition.js";
import { fetchDocument } from "../documents/fetchDocument.js";
import { Failure, notFound } from "../failure/failure.js";
import { parsePublicId, publicId } from "../ids/id.js";
import { readOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { visitorOf } from "../request/visitor.js";
import { findLinkHolder, type LinkHolder, openLink } from "./openLink.js";
import { requireShortLived } from "./shortLivedUrl.js";

/** Makes the page's HTML and its headers; the page itself lives with the other pages. */
export interface HostedPage {
  render(page: { signerId: string; language: string; title: string }): string;
  headers(): Record<string, string>;
}

/** The page behind a signing link, and the documents that it shows. */
export function hostedRouter(platform: Platform, page: HostedPage): Router {
  const router = Router();
  router.get("/s/:link", async (request, response) => {
    const holder = await holderOrNull(platform, request.params.link);
    if (holder === null) {
      // A person stands here, not a program: the page finds no order either, and says so in words.
      const nobody = { signerId: "unknown", language: "en", title: "Paraph" };
      response.status(404).set(page.headers()).send(page.render(nobody));
      return;
    }
    await openLink(platform, holder, visitorOf(request));
    const { title, language } = await platform.database.withTenant(holder.tenantId, async (transaction) => {
      const row = await transaction.one<{ title: string; language: string }>(
        `SELECT o.title, s.language FROM signers s JOIN orders o ON o.tenant_id = s.tenant_id AND o.id = s.order_id
         WHERE s.tenant_id = :tenant AND s.id = :signerId`,
        { signerId: holder.signerId },
      );
      return row!;
    });
    response
      .set(page.headers())
      .send(page.render({ signerId: publicId("sgr", holder.signerId), language, title }));
  });
  router.get("/s/:link/documents/:document/:variant", async (request, response) => {
    const { document, variant } = request.params;
    const documentId = parsePublicId("doc", document);
    if (documentId === null || (variant !== "source" && variant !== "signed")) throw notFound("document");
    requireShortLived(platform, request.path, request.query);
    const { tenantId, orderId } = await findLinkHolder(platform, request.params.link);
    const file = await fetchDocument(platform, tenantId, orderId, documentId, variant);
    response
      .type("application/pdf")
      .set("Cache-Control", "private, no-store")
      .set(
        "Content-Disposition",
        contentDisposition(variant === "signed" ? "attachment" : "inline", file.name),
      )
      .send(Buffer.from(file.bytes));
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

async function holderOrNull(platform: Platform, link: string): Promise<LinkHolder | null> {
  try {
    return await findLinkHolder(platform, link);
  } catch (error) {
    if (error instanceof Failure && error.code === "not_found") return null;
    throw error;
  }
}
