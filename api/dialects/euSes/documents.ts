import type { Caller } from "../../apiKeys/caller.js";
import { type FetchedDocument, fetchDocument } from "../../documents/fetchDocument.js";
import { Failure, notFound } from "../../failure/failure.js";
import { readDocuments, readOrder, readSigners } from "../../orders/orderRows.js";
import type { Platform } from "../../platform.js";
import { euSesState } from "./state.js";

/** What of an order can be had as a file. */
export type FileAction = "signedDocument" | "validatedDocument";

/**
 * The bytes of one of an order's documents to sign. The signed one is there when all have signed and it is sealed, and not
 * before: callers take its being there for that.
 * @param number which of the documents to sign, from 1
 * @throws Failure `not_found`, `document_not_ready`, `document_removed`
 */
export async function euSesFile(
  platform: Pick<Platform, "database" | "objectStore">,
  { tenantId, mode }: Caller,
  orderId: string,
  action: FileAction,
  number: number,
): Promise<FetchedDocument> {
  const [order, documents, signers] = await platform.database.withTenant(tenantId, (transaction) =>
    Promise.all([
      readOrder(transaction, orderId, mode),
      readDocuments(transaction, [orderId]),
      readSigners(transaction, [orderId]),
    ]),
  );
  const isThere = action === "signedDocument" ? order.state === "completed" : order.state !== "draft";
  const toSign = documents.filter(({ kind }) => kind === "sign");
  if (!isThere || toSign.length === 0) {
    const state = euSesState(order, signers);
    throw new Failure("document_not_ready", `There is no ${action}: the signature is in the state ${state}.`);
  }
  const document = toSign[number - 1];
  if (document === undefined) throw notFound("document");
  const which = action === "signedDocument" ? "signed" : "source";
  return fetchDocument(platform, tenantId, orderId, document.id, which, mode);
}
