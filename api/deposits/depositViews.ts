import type { Mode } from "../apiKeys/caller.js";
import type { EvidenceRevisionRow } from "../evidence/evidenceRows.js";
import { type EvidenceRevisionView, presentRevision } from "../evidence/evidenceViews.js";
import { publicId } from "../ids/id.js";
import { stuckAfterTries } from "../stuckWork/stuckWork.js";
import type { Deposit } from "./depositRows.js";

/** An order's signed documents and evidence, deposited for the full term. */
export interface DepositView {
  id: string;
  object: "deposit";
  order: string;
  /** The order's. */
  title: string;
  /**
   * `failed`: it could not be made so far, and is tried on; `GET /v1/stuck-work` has it. `removed`: its term is over.
   */
  state: "in_progress" | "archived" | "failed" | "removed";
  /** The order's end, where the order itself asked for it. */
  requested_at: string;
  /** Since when it is kept with the documents. */
  archived_at: string | null;
  /** End of the term, after which it is deleted, unless a legal hold stands on the order. */
  until: string;
  /** When its time-stamps are renewed. */
  renew_at: string | null;
  /** Why the last try failed, where one did. */
  cause: string | null;
  /** What is kept, with its hashes: each renewal of the time-stamps adds one; the newest is the last. */
  revisions: EvidenceRevisionView[];
}

/** @param revisions of all deposits that are shown, or of more */
export function presentDeposit(
  mode: Mode,
  deposit: Deposit,
  revisions: readonly EvidenceRevisionRow[],
): DepositView {
  const { orderId, requestedAt, archivedAt, renewAt, until, lastError } = deposit;
  return {
    id: publicId("dep", orderId),
    object: "deposit",
    order: publicId("ord", orderId),
    title: deposit.title,
    state: stateOf(deposit),
    requested_at: requestedAt.toISOString(),
    archived_at: archivedAt?.toISOString() ?? null,
    until: until.toISOString(),
    renew_at: renewAt?.toISOString() ?? null,
    cause: lastError,
    revisions: revisions
      .filter((revision) => revision.orderId === orderId)
      .map((revision) => presentRevision(mode, revision)),
  };
}

function stateOf({ evidenceRemovedAt, state, attempts }: Deposit): DepositView["state"] {
  if (evidenceRemovedAt !== null) return "removed";
  if (state === "stored") return "archived";
  return attempts >= stuckAfterTries ? "failed" : "in_progress";
}
