import type { SignerRole, SignerState } from "../../../../api/orders/order.js";
import { nextSignerState, type SignerMove, statesBefore } from "../../../../api/signers/signerState.js";

const moves: readonly SignerMove[] = [
  "open",
  "request",
  "sign",
  "abandon",
  "approve",
  "refuse",
  "change",
  "relink",
  "remove",
  "delegate",
];
const never = moves.map((): "-" => "-");

type Row = readonly (SignerState | "-")[];

/** Each role and state with what each move makes of it, in the order above; `-` where it is forbidden. */
const signing: Readonly<Record<SignerState, Row>> = {
  waiting: ["opened", "signing", "-", "-", "-", "refused", "waiting", "waiting", "removed", "delegated"],
  opened: ["-", "signing", "-", "-", "-", "refused", "opened", "waiting", "removed", "delegated"],
  signing: ["-", "-", "signed", "opened", "-", "-", "-", "-", "-", "-"],
  signed: never,
  approved: never,
  refused: never,
  removed: never,
  delegated: never,
};
const approving: typeof signing = {
  ...signing,
  waiting: ["opened", "-", "-", "-", "approved", "refused", "waiting", "waiting", "removed", "delegated"],
  opened: ["-", "-", "-", "-", "approved", "refused", "opened", "waiting", "removed", "delegated"],
  signing: never,
};
const receiving: typeof signing = {
  ...signing,
  waiting: ["-", "-", "-", "-", "-", "-", "waiting", "waiting", "removed", "-"],
  opened: ["-", "-", "-", "-", "-", "-", "opened", "waiting", "removed", "-"],
  signing: never,
};
const table: Readonly<Record<SignerRole, typeof signing>> = {
  signer: signing,
  witness: signing,
  approver: approving,
  copy: receiving,
};
const cases = (Object.keys(table) as SignerRole[]).flatMap((role) =>
  (Object.keys(signing) as SignerState[]).flatMap((state) =>
    moves.map((move, index): [SignerRole, SignerState, SignerMove, SignerState | "-"] => [
      role,
      state,
      move,
      table[role][state][index]!,
    ]),
  ),
);

test.each(cases)("a %s who is %s: %s leads to %s", (role, state, move, to) => {
  expect(nextSignerState(role, state, move)).toBe(to === "-" ? null : to);
});

test.each(moves)("the states before %s are those in which some role may make it", (move) => {
  const before = new Set(
    cases.filter(([, , made, to]) => made === move && to !== "-").map(([, state]) => state),
  );
  expect(new Set(statesBefore(move))).toEqual(before);
});
