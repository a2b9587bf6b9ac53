import type { AuditExport, ExportedEvent } from "../../engine/hashchain/auditExport.js";
import type { EventBody } from "../../engine/hashchain/event.js";
import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { openPersonal } from "./personal.js";

interface EventRow {
  body: string;
  hash: Buffer;
  personal: Buffer | null;
  signer_id: string | null;
  personal_key: Buffer | null;
}

/**
 * Reads an order's events, oldest first.
 * @param discloseOnly UUID of a signer: only this one's personal data are in it; left out, everybody's
 */
export async function readEvents(
  platform: Pick<Platform, "secretBox">,
  transaction: Transaction,
  orderId: string,
  page: { after: number; limit: number },
  discloseOnly?: string,
): Promise<ExportedEvent[]> {
  const rows = await transaction.query<EventRow>(
    `SELECT e.body, e.hash, e.personal, e.signer_id, s.personal_key
     FROM events e LEFT JOIN signers s ON s.tenant_id = e.tenant_id AND s.id = e.signer_id
     WHERE e.tenant_id = :tenant AND e.order_id = :order AND e.seq > :after
     ORDER BY e.seq LIMIT :limit`,
    { order: orderId, ...page },
  );
  return rows.map((row) => ({
    body: JSON.parse(row.body) as EventBody,
    hash: row.hash.toString("hex"),
    ...(row.personal &&
      row.signer_id &&
      row.personal_key &&
      (discloseOnly === undefined || row.signer_id === discloseOnly) && {
        personal: openPersonal(platform, { id: row.signer_id, personalKey: row.personal_key }, row.personal),
      }),
  }));
}

/**
 * The whole audit trail of an order as a file that can be checked without the service.
 * @param discloseOnly UUID of a signer: only this one's personal data are in it, and the chain still verifies
 * @throws Failure `evidence_removed` for an order whose evidence was purged
 */
export async function exportAudit(
  platform: Pick<Platform, "secretBox" | "clock">,
  transaction: Transaction,
  order: { id: string; chainLength: number; chainHead: Uint8Array },
  discloseOnly?: string,
): Promise<AuditExport> {
  // An order's trail is bounded by the limits on its signers, codes and tries: it is read whole. A line written
  // since the order's row was read is left to the next export, so that length, head and lines agree.
  const events = await readEvents(
    platform,
    transaction,
    order.id,
    { after: 0, limit: order.chainLength },
    discloseOnly,
  );
  // A purge takes all of them. Where only some are gone, whoever checks the file must see it.
  if (events.length === 0 && order.chainLength > 0) throw evidenceRemoved();
  return {
    format: "paraph-audit/1",
    order: publicId("ord", order.id),
    exported_at: platform.clock.now().toISOString(),
    chain: {
      hash: "SHA-256",
      canonicalization: "RFC 8785",
      length: order.chainLength,
      head: Buffer.from(order.chainHead).toString("hex"),
    },
    events,
  };
}

/** The answer where somebody asks for what went when an order's last term was over. */
export function evidenceRemoved(): Failure {
  return new Failure(
    "evidence_removed",
    "The order's evidence was removed when its term was over; its purge has a receipt.",
  );
}
