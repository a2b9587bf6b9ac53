import type { Caller } from "../../../apiKeys/caller.js";
import type { IdempotencyKey } from "../../../idempotency/once.js";
import { addDocuments } from "../../../orders/addDocuments.js";
import { newSignature } from "../../../placements/newPlacement.js";
import type { Platform } from "../../../platform.js";
import { CertSignFailure } from "../certSignFailure.js";
import { type CertSignRequest, insertCertSignRequests } from "../certSignRows.js";
import { documentFields, inTheseWords } from "../inTheseWords.js";
import { findOwnOrder, type OwnOrder, type Road } from "../orders/ownOrder.js";
import { type GivenIds, orderNames } from "../readIds.js";
import { type ResultItem, resultItems } from "../resultItems.js";
import { requireFree, withFreeNumbers } from "../takenId.js";
import { keepWithOrder } from "./keepWithOrder.js";
import { type DocumentRequest, readDocuments } from "./readDocument.js";

/**
 * createEphemeralSignatureRequest: adds documents to an order that has not been validated or signed, all or none.
 * @param ids of the query; documents may name the order as well, or instead
 * @returns an item for each of these documents
 */
export async function addCertSignDocuments(
  platform: Platform,
  caller: Caller,
  ids: GivenIds,
  road: Road,
  body: unknown,
  idempotency: IdempotencyKey | null,
): Promise<ResultItem[]> {
  const requests = readDocuments(body);
  const own = await findOwnOrder(platform, caller, namedBy(ids, requests), road);
  return inTheseWords(documentFields, () =>
    withFreeNumbers(async () => (await add(platform, caller, own, requests, idempotency)).value),
  );
}

/** The order that query and documents name together. @throws CertSignFailure `IDS_DISAGREE` */
function namedBy(ids: GivenIds, requests: readonly DocumentRequest[]): GivenIds {
  const all = [ids, ...requests.map(({ order }) => order)];
  const only = (values: readonly (string | null)[]) => {
    const [first = null, another] = new Set(values.filter((value) => value !== null));
    if (another !== undefined) throw ordersDisagree();
    return first;
  };
  return {
    ...ids,
    id: only(all.map(({ id }) => id)),
    externalId: only(all.map(({ externalId }) => externalId)),
  };
}

function ordersDisagree(): CertSignFailure {
  const message =
    "The query and the documents, or two documents, name two different orders; nothing was added.";
  return new CertSignFailure("IDS_DISAGREE", message, orderNames.id);
}

function add(
  platform: Platform,
  caller: Caller,
  own: OwnOrder,
  requests: readonly DocumentRequest[],
  idempotency: IdempotencyKey | null,
) {
  const { order, holder } = own;
  let written: CertSignRequest[] = [];
  return addDocuments(
    platform,
    caller,
    order.id,
    requests.map(({ input }) => input),
    idempotency,
    (after) => {
      const standing = { ...own, ...after, requests: written };
      const added = new Set(written.map(({ documentId }) => documentId));
      return resultItems({ ...standing, documents: after.documents.filter(({ id }) => added.has(id)) });
    },
    [
      {
        signerId: holder.id,
        placements: requests.map(({ look }, document) => newSignature({ ...look, document })),
      },
    ],
    async (transaction, locked, documents) => {
      written = requests.map(({ externalId, archive }, index) => ({
        documentId: documents[index]!.id,
        orderId: order.id,
        mode: order.mode,
        externalId,
        archive,
      }));
      requireFree(
        await insertCertSignRequests(transaction, order.mode, written),
        "externalSignatureRequestId",
      );
      return keepWithOrder(platform, transaction, caller, locked, requests);
    },
  );
}
