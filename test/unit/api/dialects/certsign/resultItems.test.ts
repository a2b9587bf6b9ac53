import { parseDecimalId } from "../../../../../api/dialects/certsign/decimalId.js";
import { resultItems } from "../../../../../api/dialects/certsign/resultItems.js";
import type { OrderState } from "../../../../../api/orders/state.js";
import { document, order, orderId } from "../orderOfADialect.js";

test("there is an item for each document to sign, none for information, by ids that lead back", () => {
  const documents = [document(1), document(2, { kind: "info" }), document(3)];
  const items = resultItems(
    { order: order({ state: "completed", externalId: "lease-17" }), documents },
    new Map([[documents[2]!.id, "doc-3"]]),
  );
  expect(items.map((item) => parseDecimalId(item.signatureRequestId))).toEqual([
    documents[0]!.id,
    documents[2]!.id,
  ]);
  expect(items.map((item) => parseDecimalId(item.orderRequestId))).toEqual([orderId, orderId]);
  expect(items[1]).toMatchObject({
    externalSignatureRequestId: "doc-3",
    externalOrderRequestId: "lease-17",
    status: "SIGNED",
    reason: null,
  });
  expect(items[0]!.externalSignatureRequestId).toBeNull();
});

test.each<[OrderState, string | null, string, string | null]>([
  ["completed", null, "SIGNED", null],
  ["failed", "A stored document is gone.", "SIGN_FAILED", "A stored document is gone."],
  ["refused", "Too expensive", "REFUSED", "Too expensive"],
  ["refused", null, "REFUSED", null],
  ["cancelled", "Another offer", "DISCARDED", "Another offer"],
  ["expired", null, "DISCARDED", "The order's time was over."],
])("an order that is %s with the reason %j is told as %s", (state, endReason, status, reason) => {
  expect(resultItems({ order: order({ state, endReason }), documents: [document(1)] })).toMatchObject([
    { status, reason },
  ]);
});
