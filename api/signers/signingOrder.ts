import type { Signer, SignerRole, SignerState } from "../orders/order.js";

/** A signer as far as the order of signing is concerned. */
export type Member = Pick<Signer, "id" | "role" | "signingGroup" | "witnessOf" | "state">;

/** Whether there is something for a signer to do: now, later, no more, or never (copies, and those who are out). */
export type Turn = "now" | "later" | "done" | "none";

/** Whether a role has something to do; a copy only receives. */
export function isActing(role: SignerRole): boolean {
  return role !== "copy";
}

/** Whether a signer still belongs to the order. */
export function isPresent(state: SignerState): boolean {
  return state !== "removed" && state !== "delegated";
}

/** Whether a signer has done their part. */
export function isDone(state: SignerState): boolean {
  return state === "signed" || state === "approved";
}

/** The group whose turn it is: the first in which somebody is not done. Null when everybody is. */
export function activeGroup(signers: readonly Member[]): number | null {
  const groups = signers.filter(isOpen).map(({ signingGroup }) => signingGroup);
  return groups.length === 0 ? null : Math.min(...groups);
}

/** Whether all who have something to do have done it. */
export function everybodyDone(signers: readonly Member[]): boolean {
  return !signers.some(isOpen);
}

/**
 * Whether it is a signer's turn: their group's, and, for a witness, only after the signer whose signature they witness.
 * @param signers all of the order, those who are out too
 */
export function turnOf(signers: readonly Member[], signer: Member): Turn {
  if (isDone(signer.state)) return "done";
  if (!isOpen(signer) || signer.state === "refused") return "none";
  if (signer.signingGroup !== activeGroup(signers)) return "later";
  const witnessed = signers.find(({ id }) => id === signer.witnessOf);
  return witnessed && isOpen(witnessed) ? "later" : "now";
}

/** Those whose turn it is. */
export function signersInTurn<M extends Member>(signers: readonly M[]): M[] {
  return signers.filter((signer) => turnOf(signers, signer) === "now");
}

function isOpen({ role, state }: Member): boolean {
  return isActing(role) && isPresent(state) && !isDone(state);
}
