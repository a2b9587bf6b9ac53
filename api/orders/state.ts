/** The life of an order. `completed`, `refused`, `cancelled`, `expired` and `failed` are ends. */
export type OrderState =
  | "draft"
  | "ready"
  | "in_progress"
  | "completed"
  | "refused"
  | "cancelled"
  | "expired"
  | "failed";

/** What can happen to an order. */
export type OrderMove = "send" | "open" | "complete" | "refuse" | "cancel" | "expire" | "fail";

const moves: Readonly<Record<OrderMove, { readonly from: readonly OrderState[]; readonly to: OrderState }>> =
  {
    send: { from: ["draft"], to: "ready" },
    open: { from: ["ready", "in_progress"], to: "in_progress" },
    complete: { from: ["in_progress"], to: "completed" },
    refuse: { from: ["ready", "in_progress"], to: "refused" },
    cancel: { from: ["draft", "ready", "in_progress"], to: "cancelled" },
    expire: { from: ["draft", "ready", "in_progress"], to: "expired" },
    fail: { from: ["ready", "in_progress"], to: "failed" },
  };

/** The state after a move, or null where the move is forbidden. */
export function nextState(state: OrderState, move: OrderMove): OrderState | null {
  const rule = moves[move];
  return rule.from.includes(state) ? rule.to : null;
}

/** Whether signers may still act. */
export function isRunning(state: OrderState): boolean {
  return state === "ready" || state === "in_progress";
}
