import { decimalId } from "../../../../../api/dialects/certsign/decimalId.js";
import { resultItems } from "../../../../../api/dialects/certsign/resultItems.js";
import { orderStatus } from "../../../../../api/dialects/certsign/states/orderStatus.js";
import { signatureStatus, statesWith } from "../../../../../api/dialects/certsign/states/signatureStatus.js";
import type { Standing } from "../../../../../api/dialects/certsign/states/standing.js";
import {
  type OrderStatus,
  orderStatuses,
  type SignatureStatus,
  signatureStatuses,
} from "../../../../../api/dialects/certsign/states/statuses.js";
import type { SignerState } from "../../../../../api/orders/order.js";
import type { OrderState } from "../../../../../api/orders/state.js";
import { document, order, orderId, signer } from "../orderOfADialect.js";

const now = new Date("2026-11-22T18:30:00.000Z");

function own(otp: boolean): Standing["own"] {
  return { orderId, mode: "live", externalId: null, otp };
}

function standing(
  state: OrderState,
  more: Partial<Standing> = {},
  holder: SignerState = "waiting",
): Standing {
  return {
    order: order({ state }),
    documents: [document(1)],
    signers: [signer(1, { state: holder })],
    own: own(true),
    requests: [],
    code: null,
    deposit: null,
    ...more,
  };
}

type Case = readonly [title: string, standing: Standing, order: OrderStatus, signature: SignatureStatus];

const cases: readonly Case[] = [
  ["a draft without documents", standing("draft", { documents: [] }), "CREATED", "SIGN_AWAITING_VALIDATION"],
  ["a draft with a code", standing("draft"), "VALIDATION_WAITING", "SIGN_AWAITING_VALIDATION"],
  ["a draft without a code", standing("draft", { own: own(false) }), "SIGN_WAITING", "SIGN_AWAITING"],
  ["a draft of another interface", standing("draft", { own: null }), "CREATED", "SIGN_CREATED"],
  ["a ready order whose code was sent", standing("ready", { code: "sent" }), "VALIDATED", "SIGN_AWAITING"],
  ["one whose code could not be sent", standing("ready", { code: "failed" }), "VALIDATED", "SIGN_AWAITING"],
  [
    "one whose code was tried too often",
    standing("ready", { code: "locked" }),
    "VALIDATION_FAILED",
    "SIGN_AWAITING",
  ],
  [
    "one whose code was given",
    standing("ready", { code: "verified" }),
    "GENERATION_WAITING",
    "SIGN_AWAITING",
  ],
  ["a ready order without a code", standing("ready", { own: own(false) }), "SIGN_WAITING", "SIGN_AWAITING"],
  ["a ready order of another interface", standing("ready", { own: null }), "SIGN_WAITING", "SIGN_AWAITING"],
  [
    "an order that was opened on our page",
    standing("in_progress", {}, "opened"),
    "VALIDATED",
    "SIGN_AWAITING",
  ],
  [
    "one that is being signed",
    standing("in_progress", {}, "signing"),
    "SIGN_IN_PROGRESS",
    "SIGN_IN_PROGRESS",
  ],
  ["one that is being sealed", standing("in_progress", {}, "signed"), "SIGN_IN_PROGRESS", "SIGN_IN_PROGRESS"],
  [
    "one that was approved",
    standing("in_progress", { own: null }, "approved"),
    "SIGN_IN_PROGRESS",
    "SIGN_IN_PROGRESS",
  ],
  ["a completed order", standing("completed", {}, "signed"), "CLOSED", "SIGNED"],
  ["a refused order", standing("refused", {}, "refused"), "DISCARDED", "REFUSED"],
  ["a cancelled order", standing("cancelled"), "DISCARDED", "DISCARDED"],
  ["an expired order", standing("expired"), "DISCARDED", "DISCARDED"],
  ["one whose documents failed", standing("failed"), "GENERATION_FAILED", "SIGN_FAILED"],
  ["one whose documents never came", standing("failed", { documents: [] }), "CREATION_FAILED", "SIGN_FAILED"],
];

describe("the states of orders in the words of CertSign", () => {
  test.each(cases)("%s", (_, whole, status, signature) => {
    expect(orderStatus(whole)).toBe(status);
    expect(signatureStatus(whole, false)).toBe(signature);
    expect(statesWith[signature]).toContain(whole.order.state);
  });

  const deposits: readonly [string, Standing["deposit"], SignatureStatus][] = [
    ["not begun", null, "ARCHIVE_IN_PROGRESS"],
    ["under way", { state: "pending", attempts: 1, evidenceRemovedAt: null }, "ARCHIVE_IN_PROGRESS"],
    ["made", { state: "stored", attempts: 0, evidenceRemovedAt: null }, "ARCHIVED"],
    ["over", { state: "none", attempts: 0, evidenceRemovedAt: now }, "ARCHIVED"],
    ["stuck", { state: "pending", attempts: 3, evidenceRemovedAt: null }, "ARCHIVE_FAILED"],
  ];
  test.each(deposits)("a signed document whose deposit is %s", (_, deposit, status) => {
    expect(signatureStatus(standing("completed", { deposit }, "signed"), true)).toBe(status);
    expect(statesWith[status]).toEqual(["completed"]);
  });

  test("every word of the dialect is given to something, but for two that nothing of ours is", () => {
    expect(new Set(cases.map(([, , status]) => status))).toEqual(
      new Set(orderStatuses.filter((status) => status !== "GENERATED")),
    );
    const given = [...cases.map(([, , , status]) => status), ...deposits.map(([, , status]) => status)];
    expect(new Set(given)).toEqual(
      new Set(signatureStatuses.filter((status) => status !== "ARCHIVE_MIGRATED")),
    );
    expect(statesWith.ARCHIVE_MIGRATED).toEqual([]);
  });
});

describe("results", () => {
  test("there is one for each document to sign, none for information, with the caller's own ids", () => {
    const documents = [document(1), document(2, { kind: "info" }), document(3)];
    const requests = [
      { documentId: documents[2]!.id, orderId, mode: "live", externalId: "doc-3", archive: false } as const,
    ];
    const whole = standing("completed", {
      documents,
      requests,
      order: order({ state: "completed", externalId: "a" }),
    });
    expect(resultItems(whole)).toEqual([
      {
        signatureRequestId: decimalId(documents[0]!.id),
        externalSignatureRequestId: null,
        orderRequestId: decimalId(orderId),
        externalOrderRequestId: "a",
        status: "SIGNED",
        reason: "",
      },
      expect.objectContaining({
        signatureRequestId: decimalId(documents[2]!.id),
        externalSignatureRequestId: "doc-3",
      }),
    ]);
  });

  test.each<[OrderState, string | null, string]>([
    ["completed", null, ""],
    ["failed", "A stored document is gone.", "A stored document is gone."],
    ["refused", "Too expensive", "Too expensive"],
    ["cancelled", "", ""],
    ["expired", null, "The order's time was over."],
  ])("of an order that is %s with the reason %j say %j", (state, endReason, reason) => {
    const whole = standing(state, { order: order({ state, endReason }) });
    expect(resultItems(whole)).toMatchObject([{ reason }]);
  });
});
