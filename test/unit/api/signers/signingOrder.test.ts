import fc from "fast-check";
import type { SignerRole, SignerState } from "../../../../api/orders/order.js";
import { nextSignerState } from "../../../../api/signers/signerState.js";
import {
  activeGroup,
  everybodyDone,
  isDone,
  type Member,
  signersInTurn,
  turnOf,
} from "../../../../api/signers/signingOrder.js";

const member = (
  id: string,
  signingGroup: number,
  state: SignerState = "waiting",
  role: SignerRole = "signer",
  witnessOf: string | null = null,
): Member => ({ id, signingGroup, state, role, witnessOf });

const turns = (signers: readonly Member[]) => signers.map((signer) => turnOf(signers, signer));

describe("whose turn it is", () => {
  test.each<[string, Member[], string[]]>([
    ["of one group, everybody's", [member("a", 1), member("b", 1)], ["now", "now"]],
    ["of two, the first one's", [member("a", 2), member("b", 1)], ["later", "now"]],
    [
      "the next group's when the one before is done",
      [member("a", 1, "signed"), member("b", 5)],
      ["done", "now"],
    ],
    [
      "not the next one's while a signature is being made",
      [member("a", 1, "signing"), member("b", 2)],
      ["now", "later"],
    ],
    [
      "an approver counts as a signer does",
      [member("a", 1, "opened", "approver"), member("b", 2)],
      ["now", "later"],
    ],
    [
      "an approval is as good as a signature",
      [member("a", 1, "approved", "approver"), member("b", 2)],
      ["done", "now"],
    ],
    [
      "a copy has none and holds nobody up",
      [member("a", 1, "waiting", "copy"), member("b", 2)],
      ["none", "now"],
    ],
    ["who is removed holds nobody up", [member("a", 1, "removed"), member("b", 2)], ["none", "now"]],
    ["who has delegated holds nobody up", [member("a", 1, "delegated"), member("b", 2)], ["none", "now"]],
    [
      "a witness waits for their signer",
      [member("a", 1), member("w", 1, "waiting", "witness", "a")],
      ["now", "later"],
    ],
    [
      "a witness follows their signer within the group, whoever else is open",
      [member("a", 1, "signed"), member("b", 1), member("w", 1, "waiting", "witness", "a")],
      ["done", "now", "now"],
    ],
    [
      "a witness of a later group waits for that group",
      [member("a", 1, "signed"), member("b", 1), member("w", 2, "waiting", "witness", "a")],
      ["done", "now", "later"],
    ],
    ["a refusal gives the turn to nobody", [member("a", 1, "refused"), member("b", 2)], ["none", "later"]],
  ])("%s", (_what, signers, expected) => {
    expect(turns(signers)).toEqual(expected);
  });

  test("everybody is done when all who act are, and no group is active then", () => {
    const signers = [
      member("a", 1, "signed"),
      member("b", 2, "approved", "approver"),
      member("c", 3, "waiting", "copy"),
    ];
    expect(everybodyDone(signers)).toBe(true);
    expect(activeGroup(signers)).toBeNull();
  });
});

const roles = fc.constantFrom<SignerRole[]>("signer", "signer", "approver", "copy");
const people = fc
  .array(fc.record({ role: roles, group: fc.integer({ min: 1, max: 4 }) }), { minLength: 1, maxLength: 6 })
  .map((list) =>
    list.map(({ role, group }, index) => member(`s${index}`, group, "waiting", index ? role : "signer")),
  );
/** Sets as an order takes them: each witness has a signer, in the same group or an earlier one. */
const sets = fc
  .tuple(people, fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 2 })), { maxLength: 4 }))
  .map(([members, witnesses]) => {
    const signers = members.filter(({ role }) => role === "signer");
    return [
      ...members,
      ...witnesses.map(([whose, later], index) => {
        const of = signers[whose % signers.length]!;
        return member(`w${index}`, of.signingGroup + later, "waiting", "witness", of.id);
      }),
    ];
  });

test("whatever signers do, some of them may act until all are done, and nobody does twice", () => {
  fc.assert(
    fc.property(
      sets,
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 60, maxLength: 60 }),
      (start, acts) => {
        let signers = start;
        let done = 0;
        for (const [who, what] of acts) {
          if (everybodyDone(signers)) break;
          const inTurn = signersInTurn(signers);
          expect(inTurn).not.toHaveLength(0);
          const signer = inTurn[who % inTurn.length]!;
          expect(isDone(signer.state)).toBe(false);
          const moves = (
            ["open", "request", "sign", "abandon", "approve", "remove", "delegate"] as const
          ).filter((move) => nextSignerState(signer.role, signer.state, move) !== null);
          expect(moves).not.toHaveLength(0);
          const move = moves[what % moves.length]!;
          const state = nextSignerState(signer.role, signer.state, move)!;
          signers = signers.map((other) => (other.id === signer.id ? { ...other, state } : other));
          if (move === "delegate") {
            const next = { ...signer, id: `${signer.id}'`, state: "waiting" as const };
            const ofNext = (other: Member) =>
              other.witnessOf === signer.id ? { ...other, witnessOf: next.id } : other;
            signers = [...signers.map(ofNext), next];
          }
          if (isDone(state)) done += 1;
        }
        // Signatures that are taken back and places that are given on again and again may go on for ever.
        if (!everybodyDone(signers)) expect(signersInTurn(signers)).not.toHaveLength(0);
        expect(done).toBe(signers.filter(({ state }) => isDone(state)).length);
      },
    ),
  );
});

test("no later group acts while somebody of an earlier one has not", () => {
  fc.assert(
    fc.property(sets, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (start, signed) => {
      const signers = start.map((signer, index): Member => {
        const done = signer.role === "approver" ? "approved" : "signed";
        return { ...signer, state: signed[index] && signer.role !== "copy" ? done : "waiting" };
      });
      for (const { signingGroup } of signersInTurn(signers)) {
        const before = signers.filter((other) => other.role !== "copy" && other.signingGroup < signingGroup);
        expect(before.every(({ state }) => isDone(state))).toBe(true);
      }
    }),
  );
});
