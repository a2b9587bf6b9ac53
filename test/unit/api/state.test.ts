import { isRunning, nextState, type OrderMove, type OrderState } from "../../../api/orders/state.js";

const moves: readonly OrderMove[] = ["send", "open", "complete", "refuse", "cancel", "expire", "fail"];

/** Each state with what each move makes of it, in the order above; `-` where it is forbidden. */
const table: Readonly<Record<OrderState, readonly (OrderState | "-")[]>> = {
  draft: ["ready", "-", "-", "-", "cancelled", "expired", "-"],
  ready: ["-", "in_progress", "-", "refused", "cancelled", "expired", "failed"],
  in_progress: ["-", "in_progress", "completed", "refused", "cancelled", "expired", "failed"],
  completed: ["-", "-", "-", "-", "-", "-", "-"],
  refused: ["-", "-", "-", "-", "-", "-", "-"],
  cancelled: ["-", "-", "-", "-", "-", "-", "-"],
  expired: ["-", "-", "-", "-", "-", "-", "-"],
  failed: ["-", "-", "-", "-", "-", "-", "-"],
};
const states = Object.keys(table) as OrderState[];
const cases = states.flatMap((state) =>
  moves.map((move, index): [OrderState, OrderMove, OrderState | "-"] => [state, move, table[state][index]!]),
);

test.each(cases)("an order that is %s: %s leads to %s", (state, move, to) => {
  expect(nextState(state, move)).toBe(to === "-" ? null : to);
});

test("signers may act while an order is ready or in progress, and in no other state", () => {
  expect(states.filter(isRunning)).toEqual(["ready", "in_progress"]);
});

test("an order in which signers may act can be refused, and no other can", () => {
  for (const state of states) expect(nextState(state, "refuse") !== null).toBe(isRunning(state));
});
