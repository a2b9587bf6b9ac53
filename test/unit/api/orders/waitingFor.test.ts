import type { OrderState } from "../../../../api/orders/state.js";
import { turnIn, waitingFor } from "../../../../api/orders/waitingFor.js";
import type { Member } from "../../../../api/signers/signingOrder.js";

const member = (id: string, more: Partial<Member> = {}): Member => ({
  id,
  role: "signer",
  signingGroup: 1,
  witnessOf: null,
  state: "waiting",
  ...more,
});
const done = member("done", { state: "signed" });
const next = member("next");
const later = member("later", { signingGroup: 2 });
const copy = member("copy", { role: "copy" });
const all = [done, next, later, copy];
const turns = (state: OrderState) => all.map((signer) => turnIn({ state }, all, signer));

test.each([
  ["draft", ["done", "later", "later", "none"]],
  ["ready", ["done", "now", "later", "none"]],
  ["in_progress", ["done", "now", "later", "none"]],
  ["completed", ["done", "none", "none", "none"]],
  ["refused", ["done", "none", "none", "none"]],
  ["cancelled", ["done", "none", "none", "none"]],
  ["expired", ["done", "none", "none", "none"]],
  ["failed", ["done", "none", "none", "none"]],
] as const)("it is nobody's turn but in an order that runs: %s", (state, expected) => {
  expect(turns(state)).toEqual(expected);
});

test("a running order waits for those whose turn it is, then for its sealing; any other for nothing", () => {
  const waits = (state: OrderState, members: readonly Member[]) =>
    waitingFor({ state, awaitsDocuments: false }, members);
  expect(waits("ready", all)).toEqual({ what: "signers", signers: ["next"] });
  expect(waits("in_progress", [done, copy])).toEqual({ what: "sealing" });
  for (const state of ["draft", "completed", "refused", "cancelled", "expired", "failed"] as const) {
    expect(waits(state, all)).toEqual({ what: "nothing" });
  }
});

test("a draft whose documents are being fetched waits for them", () => {
  expect(waitingFor({ state: "draft", awaitsDocuments: true }, all)).toEqual({ what: "documents" });
});
