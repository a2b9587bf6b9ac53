import type { AuditTrail } from "../../engine/auditTrail/auditTrail.js";
import { auditTrailOf } from "../../engine/auditTrail/auditTrailOf.js";
import type { AuditExport } from "../../engine/hashchain/auditExport.js";
import type { Caller } from "../apiKeys/caller.js";
import { exportAudit } from "../audit/exportAudit.js";
import type { Order } from "../orders/order.js";
import { readOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";

/** An order's audit trail, and the chain of events that it was made of. */
interface ReadTrail {
  readonly order: Order;
  readonly audit: AuditExport;
  readonly trail: AuditTrail;
}

/** @throws Failure `not_found`, `evidence_removed` */
export async function readTrail(
  platform: Pick<Platform, "database" | "secretBox" | "clock">,
  caller: Caller,
  orderId: string,
): Promise<ReadTrail> {
  const { order, audit } = await platform.database.withTenant(caller.tenantId, async (transaction) => {
    const order = await readOrder(transaction, orderId, caller.mode);
    return { order, audit: await exportAudit(platform, transaction, order) };
  });
  return { order, audit, trail: auditTrailOf(audit) };
}

/** The language of an order's audit trail: its own, or in an order from before there was one, its first signer's. */
export function languageOf({ order, trail }: Pick<ReadTrail, "order" | "trail">): string {
  return order.language ?? trail.signers[0]?.language ?? "en";
}
