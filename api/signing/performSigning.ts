import { appendEvents, endOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { dropObjects, keepObjects, storeObjects } from "../documents/claims.js";
import { type Revision, readLatestRevisions } from "../documents/documentRows.js";
import { requireSame } from "../documents/fetchDocument.js";
import { moveOrder } from "../orders/moveOrder.js";
import type { Order, OrderDocument, Placement, Signer } from "../orders/order.js";
import { lockOrder, readDocuments, readOrder, readPlacements, readSigners } from "../orders/orderRows.js";
import { isRunning } from "../orders/state.js";
import type { Platform } from "../platform.js";
import { markNotSigning, markSigned } from "../signers/signerRows.js";
import { type DocumentToSign, makeSignatures, type Signatures } from "./makeSignatures.js";
import { signingLeaseSeconds } from "./requestSigning.js";
import { insertCertificate, insertSignedRevisions } from "./signedRows.js";
import { discardEvents, signingEvents } from "./signingEvents.js";
import { claimSigning, endSigning, postponeSigning, readSigning, type Signing } from "./signingRows.js";

/** Two signers may sign one document at once; whoever is second signs again over the first one's revision. */
const maxRaces = 20;

type Needs = Pick<
  Platform,
  | "database"
  | "objectStore"
  | "signerAuthority"
  | "timestampAuthority"
  | "typefaces"
  | "clock"
  | "random"
  | "secretBox"
  | "log"
>;

/**
 * Makes the signatures of a signing that was requested, and commits them with their events and whatever follows from
 * them. May run twice, in two processes at once: only one of them commits.
 * Where it fails, the signing stays pending and the sweeper tries again.
 */
export async function performSigning(platform: Needs, tenantId: string, signingId: string): Promise<void> {
  try {
    for (let race = 0; race < maxRaces; race++) {
      const plan = await readPlan(platform, tenantId, signingId);
      if (plan === null || (await attempt(platform, tenantId, plan))) return;
    }
    throw new Error(`Another signature came first ${maxRaces} times.`);
  } catch (error) {
    platform.log.error({ signing: signingId, error }, "a signing did not succeed and will be tried again");
    await postpone(platform, tenantId, signingId, error);
    throw error;
  }
}

/** The sweeper's part: takes over a signing whose process died or failed. */
export async function resumeSigning(platform: Needs, tenantId: string, signingId: string): Promise<void> {
  const now = platform.clock.now();
  const leaseUntil = new Date(now.getTime() + signingLeaseSeconds * 1000);
  const ours = await platform.database.withTenant(tenantId, (transaction) =>
    claimSigning(transaction, signingId, now, leaseUntil),
  );
  if (ours) await performSigning(platform, tenantId, signingId);
}

interface Plan {
  readonly signing: Signing;
  readonly order: Order;
  readonly signer: Signer;
  readonly documents: readonly OrderDocument[];
  readonly revisions: readonly Revision[];
  readonly placements: readonly Placement[];
}

async function readPlan(platform: Needs, tenantId: string, signingId: string): Promise<Plan | null> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const signing = await readSigning(transaction, signingId);
    if (signing?.state !== "pending") return null;
    const { orderId, signerId } = signing;
    const order = await readOrder(transaction, orderId);
    if (!isRunning(order.state)) {
      await abandon(transaction, signing, platform.clock.now());
      return null;
    }
    const signers = await readSigners(transaction, [orderId]);
    const documents = await readDocuments(transaction, [orderId]);
    return {
      signing,
      order,
      signer: signers.find((candidate) => candidate.id === signerId)!,
      documents: documents.filter((document) => document.kind === "sign"),
      revisions: await readLatestRevisions(transaction, orderId),
      placements: await readPlacements(transaction, signerId),
    };
  });
}

/** @returns false when another signer's revision came in between, so that it must be done again over that one */
async function attempt(platform: Needs, tenantId: string, plan: Plan): Promise<boolean> {
  const { signing, order, signer } = plan;
  const image = signing.imageKey === null ? null : await platform.objectStore.get(signing.imageKey);
  const documents = await Promise.all(
    plan.documents.map((document) => readDocument(platform, plan, document)),
  );
  const signatures = await makeSignatures(platform, order.mode, signer, signing.typedName, image, documents);
  const suffix = Buffer.from(platform.random.bytes(6)).toString("hex");
  const objects = signatures.documents.map(({ document, revision, bytes }) => ({
    key: `${tenantId}/orders/${order.id}/signed/${document.id}-${revision}-${suffix}.pdf`,
    bytes,
    contentType: "application/pdf",
  }));
  const keys = objects.map((object) => object.key);
  let committed: "committed" | "overtaken" | "ended" = "overtaken";
  try {
    await storeObjects(platform, tenantId, objects);
    committed = await platform.database.withTenant(tenantId, (transaction) =>
      commit(platform, transaction, plan, signatures, keys),
    );
  } finally {
    // What cannot be deleted now stays claimed, and the sweeper deletes it.
    if (committed !== "committed") await dropObjects(platform, tenantId, keys).catch(() => undefined);
  }
  return committed !== "overtaken";
}

async function readDocument(platform: Needs, plan: Plan, document: OrderDocument): Promise<DocumentToSign> {
  const revision = plan.revisions.find((candidate) => candidate.documentId === document.id)!;
  const bytes = await platform.objectStore.get(revision.objectKey);
  requireSame(bytes, revision.sha256, revision.objectKey);
  const placement = plan.placements.find((candidate) => candidate.documentId === document.id) ?? null;
  return { document, revision: revision.revision, bytes, placement };
}

async function commit(
  platform: Needs,
  transaction: Transaction,
  { signing, signer, revisions }: Plan,
  signatures: Signatures,
  keys: readonly string[],
): Promise<"committed" | "overtaken" | "ended"> {
  const now = platform.clock.now();
  const order = await lockOrder(transaction, signing.orderId);
  // A certificate in somebody's name is recorded, although nothing that it signed is kept.
  const discard = async (why: "overtaken" | "ended") => {
    await appendEvents(platform, transaction, endOf(order), discardEvents(signer, signatures));
    return why;
  };
  if (!isRunning(order.state)) {
    await abandon(transaction, signing, now);
    return discard("ended");
  }
  const latest = await readLatestRevisions(transaction, order.id);
  const moved = revisions.some(
    ({ documentId, revision }) =>
      latest.find((newest) => newest.documentId === documentId)?.revision !== revision,
  );
  if (moved) return discard("overtaken");
  if (!(await endSigning(transaction, signing.id, "done", now))) return discard("ended");
  await keepObjects(platform, transaction, keys);
  await insertCertificate(transaction, signing, signatures.certificate);
  await insertSignedRevisions(transaction, signer.id, signatures.documents, keys, now);
  await markSigned(transaction, signer.id, now);
  const others = await readSigners(transaction, [order.id]);
  const allSigned = others.every((other) => other.id === signer.id || other.state === "signed");
  if (allSigned) await moveOrder(transaction, order, "complete", { at: now });
  await appendEvents(platform, transaction, endOf(order), [
    ...signingEvents(signer, signatures),
    ...(allSigned ? [{ type: "order.completed" as const, actor: { kind: "system" as const } }] : []),
  ]);
  return "committed";
}

/** Ends a signing whose order ended first. */
async function abandon(transaction: Transaction, signing: Signing, at: Date): Promise<void> {
  if (await endSigning(transaction, signing.id, "abandoned", at)) {
    await markNotSigning(transaction, signing.signerId);
  }
}

/** Waits longer after each failure: 5 s, 10 s, 20 s … up to an hour. */
async function postpone(platform: Needs, tenantId: string, signingId: string, error: unknown): Promise<void> {
  await platform.database.withTenant(tenantId, async (transaction) => {
    const signing = await readSigning(transaction, signingId);
    if (signing?.state !== "pending") return;
    const seconds = Math.min(3600, 5 * 2 ** Math.min(signing.attempts - 1, 10));
    const until = new Date(platform.clock.now().getTime() + seconds * 1000);
    await postponeSigning(transaction, signingId, until, error instanceof Error ? error.message : "unknown");
  });
}
