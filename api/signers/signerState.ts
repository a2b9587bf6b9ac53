import type { SignerRole, SignerState } from "../orders/order.js";

/**
 * What can happen to a signer. `request` is pressing "sign", which `sign` fulfils and `abandon` takes back where the
 * order ended first. `change` corrects their data, `relink` gives them a new link, which is to be opened anew.
 */
export type SignerMove =
  | "open"
  | "request"
  | "sign"
  | "abandon"
  | "approve"
  | "refuse"
  | "change"
  | "relink"
  | "remove"
  | "delegate";

interface Rule {
  readonly from: readonly SignerState[];
  /** Left out: the signer stays in their state. */
  readonly to?: SignerState;
  readonly roles: readonly SignerRole[];
}

/** Those who still have something to do, and are not just doing it. */
const undecided: readonly SignerState[] = ["waiting", "opened"];
const signing: readonly SignerRole[] = ["signer", "witness"];
const acting: readonly SignerRole[] = ["signer", "witness", "approver"];
const all: readonly SignerRole[] = [...acting, "copy"];

const moves: Readonly<Record<SignerMove, Rule>> = {
  open: { from: ["waiting"], to: "opened", roles: acting },
  request: { from: undecided, to: "signing", roles: signing },
  sign: { from: ["signing"], to: "signed", roles: signing },
  abandon: { from: ["signing"], to: "opened", roles: signing },
  approve: { from: undecided, to: "approved", roles: ["approver"] },
  refuse: { from: undecided, to: "refused", roles: acting },
  change: { from: undecided, roles: all },
  relink: { from: undecided, to: "waiting", roles: all },
  remove: { from: undecided, to: "removed", roles: all },
  delegate: { from: undecided, to: "delegated", roles: acting },
};

/** The state after a move, or null where the move is forbidden to that role or in that state. */
export function nextSignerState(role: SignerRole, state: SignerState, move: SignerMove): SignerState | null {
  const rule = moves[move];
  return rule.roles.includes(role) && rule.from.includes(state) ? (rule.to ?? state) : null;
}

/** The states that a move is made from, for the condition of its update. */
export function statesBefore(move: SignerMove): readonly SignerState[] {
  return moves[move].from;
}
