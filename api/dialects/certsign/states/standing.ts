import type { Transaction } from "../../../database/transaction.js";
import { type Deposit, readDeposits } from "../../../deposits/depositRows.js";
import type { Order, OrderDocument, OrderWithParts, Signer } from "../../../orders/order.js";
import type { CodeState } from "../../../otp/codeRows.js";
import { isActing, isPresent } from "../../../signers/signingOrder.js";
import {
  type CertSignOrder,
  type CertSignRequest,
  readCertSignOrders,
  readCertSignRequests,
} from "../certSignRows.js";

/** All of an order that this dialect tells of. */
export interface Standing {
  readonly order: Order;
  readonly documents: readonly OrderDocument[];
  readonly signers: readonly Signer[];
  /** Null of an order that was made elsewhere. */
  readonly own: CertSignOrder | null;
  /** Of its documents that were added here. */
  readonly requests: readonly CertSignRequest[];
  /** State of the newest code of its one signer; null: there is none, or nobody asks. */
  readonly code: CodeState | null;
  /** Null of an order that is not deposited, or not yet. */
  readonly deposit: Pick<Deposit, "state" | "attempts" | "evidenceRemovedAt"> | null;
}

/** Whether somebody has signed or approved, or is just signing. */
export function hasBegun({ signers }: Pick<Standing, "signers">): boolean {
  return signers.some(({ state }) => state === "signing" || state === "signed" || state === "approved");
}

/** The one who signs an order of this dialect: whoever acts in the place of the first, where somebody else does. */
export function holderOf(signers: readonly Signer[]): Signer | null {
  return signers.findLast(({ role, state }) => isActing(role) && isPresent(state)) ?? null;
}

/** Reads what belongs to orders of one mode beside what every interface has. */
export async function readStandings(
  transaction: Transaction,
  orders: readonly Omit<OrderWithParts, "kept" | "awaited">[],
): Promise<Standing[]> {
  if (orders.length === 0) return [];
  const ids = orders.map(({ order }) => order.id);
  const running = orders.filter(({ order }) => order.state === "ready" || order.state === "in_progress");
  const archived = orders.filter(({ order }) => order.archive && order.state === "completed");
  const [own, requests, codes, deposits] = await Promise.all([
    readCertSignOrders(transaction, ids),
    readCertSignRequests(transaction, ids),
    readCodeStates(
      transaction,
      running.flatMap(({ signers }) => signers.map(({ id }) => id)),
    ),
    readDeposits(
      transaction,
      archived.map(({ order }) => order.id),
      orders[0]!.order.mode,
    ),
  ]);
  return orders.map(({ order, documents, signers }) => ({
    order,
    documents,
    signers,
    own: own.find(({ orderId }) => orderId === order.id) ?? null,
    requests: requests.filter(({ orderId }) => orderId === order.id),
    code: codes.get(holderOf(signers)?.id ?? "") ?? null,
    deposit: deposits.find(({ orderId }) => orderId === order.id) ?? null,
  }));
}

/** The state of each signer's newest code, by the signer's UUID. */
async function readCodeStates(
  transaction: Transaction,
  signerIds: readonly string[],
): Promise<Map<string, CodeState>> {
  if (signerIds.length === 0) return new Map();
  const rows = await transaction.query<{ signerId: string; state: CodeState }>(
    `SELECT s.id AS "signerId", c.state FROM unnest(:signerIds::uuid[]) AS s (id)
     CROSS JOIN LATERAL (SELECT state FROM otp_codes
       WHERE tenant_id = :tenant AND signer_id = s.id ORDER BY created_at DESC LIMIT 1) AS c`,
    { signerIds },
  );
  return new Map(rows.map(({ signerId, state }) => [signerId, state]));
}
