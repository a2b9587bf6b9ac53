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

/** What can happen to an order. `change` is any change to it or to its signers, `extend` more time. */
export type OrderMove =
  | "send"
  | "open"
  | "change"
  | "extend"
  | "complete"
  | "refuse"
  | "cancel"
  | "expire"
  | "fail";

interface Rule {
  readonly from: readonly OrderState[];
  /** Left out: the order stays in its state. */
  readonly to?: OrderState;
  /** Whether it can still happen when all signers are done and only the sealing is left. */
  readonly whileSealing: boolean;
}

const open: readonly OrderState[] = ["draft", "ready", "in_progress"];

const moves: Readonly<Record<OrderMove, Rule>> = {
  send: { from: ["draft"], to: "ready", whileSealing: false },
  open: { from: ["ready", "in_progress"], to: "in_progress", whileSealing: false },
  change: { from: open, whileSealing: false },
  extend: { from: open, whileSealing: false },
  complete: { from: ["in_progress"], to: "completed", whileSealing: true },
  refuse: { from: ["ready", "in_progress"], to: "refused", whileSealing: false },
  cancel: { from: open, to: "cancelled", whileSealing: false },
  expire: { from: open, to: "expired", whileSealing: false },
  fail: { from: open, to: "failed", whileSealing: true },
};

/**
 * The state after a move, or null where the move is forbidden.
 * @param isBeingSealed all signers of an order in progress are done; what they signed is completed, whatever anybody
 *   wants meanwhile
 */
export function nextState(state: OrderState, move: OrderMove, isBeingSealed = false): OrderState | null {
  const rule = moves[move];
  if (!rule.from.includes(state)) return null;
  if (isBeingSealed && !rule.whileSealing) return null;
  return rule.to ?? state;
}

/** Whether signers may still act. */
export function isRunning(state: OrderState): boolean {
  return state === "ready" || state === "in_progress";
}
