import { isRunning, nextState, type OrderMove, type OrderState } from "../../../api/orders/state.js";

const moves: readonly OrderMove[] = [
  "send",
  "open",
  "change",
  "extend",
  "complete",
  "refuse",
  "cancel",
  "expire",
  "fail",
];
const none = moves.map((): "-" => "-");
const running = "in_progress";

/** Each state with what each move makes of it, in the order above; `-` where it is forbidden. */
const table: Readonly<Record<OrderState, readonly (OrderState | "-")[]>> = {
  draft: ["ready", "-", "draft", "draft", "-", "-", "cancelled", "expired", "failed"],
  ready: ["-", running, "ready", "ready", "-", "refused", "cancelled", "expired", "failed"],
  in_progress: ["-", running, running, running, "completed", "refused", "cancelled", "expired", "failed"],
  completed: none,
  refused: none,
  cancelled: none,
  expired: none,
  failed: none,
};
const states = Object.keys(table) as OrderState[];
const cases = states.flatMap((state) =>
  moves.map((move, index): [OrderState, OrderMove, OrderState | "-"] => [state, move, table[state][index]!]),
);

test.each(cases)("an order that is %s: %s leads to %s", (state, move, to) => {
  expect(nextState(state, move)).toBe(to === "-" ? null : to);
});

test.each(moves)("an order that is being sealed can only be completed or fail: %s", (move) => {
  const allowed: Partial<Record<OrderMove, OrderState>> = { complete: "completed", fail: "failed" };
  expect(nextState("in_progress", move, true)).toBe(allowed[move] ?? null);
});

test("signers may act while an order is ready or in progress, and in no other state", () => {
  expect(states.filter(isRunning)).toEqual(["ready", "in_progress"]);
});

test("an order in which signers may act can be refused, and no other can", () => {
  for (const state of states) expect(nextState(state, "refuse") !== null).toBe(isRunning(state));
});
