import { appendEvents, endOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { publicId } from "../ids/id.js";
import type { Order, Signer } from "../orders/order.js";
import { lockOrder, readDocuments, readSigners } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { scrubSigners } from "../retention/scrubSigners.js";
import { replaceTerms } from "../search/orderTerms.js";
import { decideErasure, type ErasureDecision } from "./decideErasure.js";
import { purgeDrawings } from "./drawings.js";
import { recordResult } from "./erasureRows.js";
import type { SubjectSigner } from "./findSigners.js";

type Needs = Pick<Platform, "clock" | "random" | "secretBox">;

/** Erases a person as a signer of one order, or says why not, and writes down which. */
export async function eraseSigner(
  platform: Needs,
  transaction: Transaction,
  erasureId: string,
  found: SubjectSigner,
): Promise<ErasureDecision> {
  // Whatever the decision is taken of changes under this lock only.
  const order = await lockOrder(transaction, found.orderId);
  const [signers, terms] = await Promise.all([
    readSigners(transaction, [order.id]),
    readTerms(transaction, order.id),
  ]);
  const signer = signers.find(({ id }) => id === found.id)!;
  const decision = decideErasure({
    expiresAt: order.expiresAt,
    acted: terms.stored || signers.some(hasActed),
    held: terms.held,
    evidenceUntil: terms.evidenceUntil,
  });
  const now = platform.clock.now();
  if (decision.outcome === "erased" && signer.erasedAt === null) {
    await erase(platform, transaction, order, signers, signer, erasureId);
  }
  await recordResult(transaction, erasureId, found, decision, now);
  return decision;
}

interface Terms {
  /** Null while the order runs. */
  readonly evidenceUntil: Date | null;
  readonly held: boolean;
  /** Whether an evidence file is stored: nothing can be taken out of it. */
  readonly stored: boolean;
}

async function readTerms(transaction: Transaction, orderId: string): Promise<Terms> {
  const terms = await transaction.one<Terms>(
    `SELECT r.evidence_until AS "evidenceUntil", r.held, coalesce(e.revision > 0, false) AS stored
     FROM retentions r
     LEFT JOIN evidence_files e ON e.tenant_id = r.tenant_id AND e.order_id = r.order_id
     WHERE r.tenant_id = :tenant AND r.order_id = :orderId`,
    { orderId },
  );
  return terms ?? { evidenceUntil: null, held: false, stored: false };
}

function hasActed({ signedAt, approvedAt, refusedAt }: Signer): boolean {
  return signedAt !== null || approvedAt !== null || refusedAt !== null;
}

async function erase(
  platform: Needs,
  transaction: Transaction,
  order: Order,
  signers: readonly Signer[],
  signer: Signer,
  erasureId: string,
): Promise<void> {
  const now = platform.clock.now();
  const documents = await readDocuments(transaction, [order.id]);
  const others = signers.filter(({ id, erasedAt }) => id !== signer.id && erasedAt === null);
  await purgeDrawings(platform, transaction, order.id, signer.id);
  await Promise.all([
    scrubSigners(platform, transaction, [signer.id], now),
    transaction.query(
      `UPDATE placements SET value = NULL WHERE tenant_id = :tenant AND signer_id = :signerId AND value IS NOT NULL`,
      { signerId: signer.id },
    ),
    transaction.query(
      `UPDATE signings SET typed_name = NULL WHERE tenant_id = :tenant AND signer_id = :signerId`,
      { signerId: signer.id },
    ),
    replaceTerms(transaction, order.id, order.mode, { ...order, signers: others, documents }),
    appendEvents(platform, transaction, endOf(order), [
      {
        type: "signer.erased",
        actor: { kind: "system" },
        signer: { id: signer.id, personalKey: null },
        data: { erasure: publicId("ers", erasureId) },
      },
    ]),
  ]);
}
