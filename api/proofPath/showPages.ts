import { appendEvents, endOf } from "../audit/append.js";
import type { Writer } from "../database/transaction.js";
import { Failure, notFound } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { Order, OrderDocument, Signer } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { lockActingSigner } from "../signers/actingSigner.js";
import type { LinkHolder } from "../signers/openLink.js";
import type { Visitor } from "../signers/visitor.js";
import { inWords, isAmong, joined, type PageRange, rangesOf } from "./pageRanges.js";
import { requireTicket } from "./pageTicket.js";
import { insertPageViews, readPageRanges } from "./pathRows.js";
import { demandsOf, progressOf } from "./progress.js";
import { type DocumentReading, readingOf } from "./reading.js";
import { requireOrder } from "./requireStep.js";

/** A page that was shown to its end. */
export interface ShownPage {
  /** Counted from 1. */
  readonly page: number;
  /** Needed where the order must be read. */
  readonly ticket?: string;
}

type Needs = Pick<Platform, "database" | "clock" | "random" | "secretBox">;

/**
 * Records which pages of a document a signer was shown to their end. Where the order must be read, each page needs the
 * ticket that the one before gave; elsewhere pages are the page's own report. What was recorded before is passed over.
 * @throws Failure `step_out_of_order` before the documents were handed out, `page_ticket_invalid`, `page_too_soon`,
 * `field_invalid`, `not_found`, and those of a signer who may not act
 */
export async function showPages(
  platform: Needs,
  { tenantId, orderId, signerId }: LinkHolder,
  documentId: string | null,
  pages: readonly ShownPage[],
  visitor: Visitor,
): Promise<DocumentReading> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const now = platform.clock.now();
    // Run in this order: what is read here is read under the lock.
    const [acting, shownBefore] = await Promise.all([
      lockActingSigner(transaction, orderId, signerId, now),
      readPageRanges(transaction, signerId),
    ]);
    const { order, signer, documents } = acting;
    const document = documents.find(({ id }) => id === documentId);
    if (!document) throw notFound("document");
    const nothing = { pages: 0, clauses: [] };
    requireOrder("pages", demandsOf(order, signer, documents, [], true), progressOf(signer, nothing, [], 0));
    const ticketed = checkPages(platform, order, signer, document, pages, now);
    const known = shownBefore.get(document.id) ?? [];
    const added = pages.map(({ page }) => page).filter((page) => !isAmong(known, page));
    const ranges = rangesOf(added);
    if (ranges.length > 0) {
      await Promise.all([
        insertPageViews(transaction.last, signer, document.id, ranges, now),
        record(platform, transaction.last, acting, document, ranges, ticketed, visitor),
      ]);
    }
    return readingOf(platform, order, signer, document, joined([...known, ...ranges]), now);
  });
}

/** @returns when the ticket of each page was issued, where the order asks for tickets */
function checkPages(
  platform: Needs,
  order: Order,
  signer: Signer,
  document: OrderDocument,
  pages: readonly ShownPage[],
  now: Date,
): Map<number, Date> {
  const issued = new Map<number, Date>();
  pages.forEach(({ page, ticket }, index) => {
    if (page > document.pages) {
      throw new Failure(
        "field_invalid",
        `pages[${index}].page must be one of the document's ${document.pages} pages.`,
        { param: `pages[${index}].page`, extensions: { limit: document.pages } },
      );
    }
    if (!order.mustRead) return;
    const ticketed = { signerId: signer.id, linkVersion: signer.linkVersion, documentId: document.id, page };
    issued.set(page, requireTicket(platform, ticketed, ticket, now, `pages[${index}].ticket`));
  });
  return issued;
}

async function record(
  platform: Needs,
  transaction: Writer,
  { order, signer }: { order: Order; signer: Signer },
  document: OrderDocument,
  pages: readonly PageRange[],
  ticketed: ReadonlyMap<number, Date>,
  visitor: Visitor,
): Promise<void> {
  const begun = [...ticketed]
    .filter(([page]) => isAmong(pages, page))
    .sort(([a], [b]) => a - b)
    .map(([, issued]) => issued.toISOString());
  await appendEvents(platform, transaction, endOf(order), [
    {
      type: "pages.shown",
      actor: visitor.actor(signer.id),
      signer,
      data: {
        document: publicId("doc", document.id),
        pages: inWords(pages),
        of: document.pages,
        ...(begun.length > 0 && { tickets_issued: begun }),
      },
      personal: visitor.personal(),
    },
  ]);
}
