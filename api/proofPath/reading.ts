import { publicId } from "../ids/id.js";
import type { Order, OrderDocument, Signer } from "../orders/order.js";
import { readDocuments, readOrder, readSigners } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { requirePresent, requireTurn } from "../signers/actingSigner.js";
import type { LinkHolder } from "../signers/openLink.js";
import type { PageRange } from "./pageRanges.js";
import { issueTicket, notBefore } from "./pageTicket.js";
import { readPageRanges } from "./pathRows.js";

/** How far a signer has read a document. */
export interface DocumentReading {
  document_id: string;
  pages: number;
  /** Pages that were shown to their end. */
  shown: { first: number; last: number }[];
  /** Where the order must be read: the page that comes next, with the ticket that it is handed in with. */
  next: {
    page: number;
    ticket: string;
    /** Before this time the page cannot be handed in. */
    not_before: string;
  } | null;
}

/** How far a signer has read. */
export interface ReadingView {
  /** Whether each page must be shown to its end before the signer can agree and sign. */
  must_read: boolean;
  documents: DocumentReading[];
}

/**
 * What a signer was shown so far, and the tickets of the pages that come next, so that a reload or another device goes
 * on where they were. Tickets are given once the documents were handed out.
 * @throws Failure `signer_removed`, `signer_not_yet`
 */
export async function readReading(
  platform: Pick<Platform, "database" | "clock" | "secretBox">,
  { tenantId, orderId, signerId }: LinkHolder,
): Promise<ReadingView> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const [order, signers, documents, shown] = await Promise.all([
      readOrder(transaction, orderId),
      readSigners(transaction, [orderId]),
      readDocuments(transaction, [orderId]),
      readPageRanges(transaction, signerId),
    ]);
    const signer = signers.find(({ id }) => id === signerId)!;
    requirePresent(signer);
    requireTurn(signers, signer);
    const now = platform.clock.now();
    return {
      must_read: order.mustRead,
      documents: documents.map((document) =>
        readingOf(platform, order, signer, document, shown.get(document.id) ?? [], now),
      ),
    };
  });
}

/** @param shown in order */
export function readingOf(
  platform: Pick<Platform, "secretBox">,
  order: Pick<Order, "mustRead">,
  signer: Signer,
  document: OrderDocument,
  shown: readonly PageRange[],
  now: Date,
): DocumentReading {
  const page = shown[0]?.first === 1 ? shown[0].last + 1 : 1;
  const { id: signerId, linkVersion } = signer;
  const ticketed = { signerId, linkVersion, documentId: document.id, page };
  const isNext = order.mustRead && signer.handedOutAt !== null && page <= document.pages;
  return {
    document_id: publicId("doc", document.id),
    pages: document.pages,
    shown: shown.map(({ first, last }) => ({ first, last })),
    next: isNext
      ? { page, ticket: issueTicket(platform, ticketed, now), not_before: notBefore(now).toISOString() }
      : null,
  };
}
