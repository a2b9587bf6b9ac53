import { Failure } from "../failure/failure.js";
import type { SignerRole } from "../orders/order.js";

/** A signer as one of those who act in an order together. */
export interface SetMember {
  readonly role: SignerRole;
  readonly signingGroup: number;
  /** For a witness: index of the signer whose signature they witness. */
  readonly witnessOf: number | null;
}

/**
 * Checks that an order's signers can do together what the order wants: somebody signs, and each witness has a signature
 * to witness that is made before. A copy's group means nothing.
 * @param at path of a signer in the request, by index, for refusals; empty: the request is the signer
 * @throws Failure `field_invalid`
 */
export function checkSignerSet(members: readonly SetMember[], at: (index: number) => string): void {
  if (!members.some(({ role }) => role === "signer")) {
    throw invalid("signers", "signers must hold at least one with the role signer.");
  }
  members.forEach((member, index) => {
    checkWitness(members, member, index, at(index));
  });
}

function checkWitness(members: readonly SetMember[], member: SetMember, index: number, at: string): void {
  const { role, witnessOf, signingGroup } = member;
  const path = (field: string) => (at === "" ? field : `${at}.${field}`);
  const param = path("witness_of");
  if (role !== "witness") {
    if (witnessOf !== null) throw invalid(param, `${param} is for the role witness only.`);
    return;
  }
  if (witnessOf === null) throw invalid(param, `${param} is needed: whose signature is witnessed?`);
  const witnessed = members[witnessOf];
  if (witnessed === undefined || witnessOf === index || witnessed.role !== "signer") {
    throw invalid(param, `${param} must name one of the signers, with the role signer.`);
  }
  if (signingGroup < witnessed.signingGroup) {
    const group = path("group");
    throw invalid(
      group,
      `${group}: a witness's group must be that of the signer whom they witness, or later.`,
    );
  }
}

function invalid(param: string, message: string): Failure {
  return new Failure("field_invalid", message, { param });
}
