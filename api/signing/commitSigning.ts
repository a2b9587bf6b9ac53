import { appendEvents, endOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { keepObjects } from "../documents/claims.js";
import { readLatestRevisions } from "../documents/documentRows.js";
import { claimRevisionPlaces, type RevisionPlaces } from "../documents/revisionPlaces.js";
import { lockOrder, readSigners } from "../orders/orderRows.js";
import { isRunning } from "../orders/state.js";
import type { Platform } from "../platform.js";
import { advanceOrder } from "../signers/advanceOrder.js";
import { markSigned } from "../signers/signerRows.js";
import { statesBefore } from "../signers/signerState.js";
import { everybodyDone } from "../signers/signingOrder.js";
import { recordUsage } from "../usage/usageEvents.js";
import type { Signatures } from "./makeSignatures.js";
import { insertCertificate, insertSignedRevisions } from "./signedRows.js";
import { discardEvents, signingEvents } from "./signingEvents.js";
import type { SigningPlan } from "./signingPlan.js";
import { endSigning, readSigning } from "./signingRows.js";
import { abandonSigning } from "./unfinished.js";

/** How a try of signing came out. */
export interface SigningOutcome {
  /**
   * `overtaken`: another signer's revision came in between, so that it must be done again over that one; `ended`: the
   * order or the signing ended first.
   */
  readonly outcome: "committed" | "overtaken" | "ended";
  /** When that was found. */
  readonly at: Date;
  /** There when nobody is left to sign: where the sealed documents are going to lie. */
  readonly places?: RevisionPlaces;
}

/**
 * Commits signatures with all that follows from them, unless the order, the signing or a document has moved on. They
 * are stored at the plan's places.
 */
export async function commitSigning(
  platform: Pick<Platform, "clock" | "random" | "secretBox">,
  transaction: Transaction,
  { signing, signer, revisions, places: { keys } }: SigningPlan,
  signatures: Signatures,
): Promise<SigningOutcome> {
  const now = platform.clock.now();
  const [order, current, latest, before] = await Promise.all([
    lockOrder(transaction, signing.orderId),
    // Read behind the lock: whoever ends a signing, adds a revision or changes a signer holds it.
    readSigning(transaction, signing.id),
    readLatestRevisions(transaction, signing.orderId),
    readSigners(transaction, [signing.orderId]),
  ]);
  // A certificate in somebody's name is recorded, although nothing that it signed is kept.
  const discard = async (outcome: "overtaken" | "ended") => {
    await appendEvents(platform, transaction, endOf(order), discardEvents(signer, signatures));
    return { outcome, at: now };
  };
  if (!isRunning(order.state)) {
    await abandonSigning(transaction, signing, now);
    return discard("ended");
  }
  if (current?.state !== "pending") return discard("ended");
  const moved = revisions.some(
    ({ documentId, revision }) =>
      latest.find((newest) => newest.documentId === documentId)?.revision !== revision,
  );
  if (moved) return discard("overtaken");
  const signers = before.map((other) =>
    other.id === signer.id && statesBefore("sign").includes(other.state)
      ? { ...other, state: "signed" as const, signedAt: now }
      : other,
  );
  const newest = signatures.documents.map(({ document, revision }) => ({
    documentId: document.id,
    revision,
  }));
  const [places] = await Promise.all([
    everybodyDone(signers) ? claimRevisionPlaces(platform, transaction, order.id, newest) : undefined,
    markSigned(transaction, signer.id, now),
    endSigning(transaction, signing.id, "done", now),
    keepObjects(platform, transaction, [...keys.values()]),
    insertCertificate(transaction, signing, signatures.certificate),
    insertSignedRevisions(transaction, signer.id, signatures.documents, keys, now),
    recordUsage(platform, transaction, order, signer.id),
    advanceOrder(platform, transaction, order, signers, now),
    appendEvents(platform, transaction, endOf(order), signingEvents(signer, signatures)),
  ]);
  return { outcome: "committed", at: now, ...(places && { places }) };
}
