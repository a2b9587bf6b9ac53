import type { ExportedEvent } from "../../engine/hashchain/auditExport.js";
import type { EventBody } from "../../engine/hashchain/event.js";
import type { Transaction } from "../database/transaction.js";
import type { Platform } from "../platform.js";
import { type Concerned, isKnown, openPersonal } from "./personal.js";

/** Reads the events of an order that concern one signer, oldest first. @param page.after sequence number */
export async function readEventsOf(
  platform: Pick<Platform, "secretBox">,
  transaction: Transaction,
  orderId: string,
  signer: Concerned,
  page: { readonly after: number; readonly limit: number },
): Promise<ExportedEvent[]> {
  const rows = await transaction.query<{ body: string; hash: Buffer; personal: Buffer | null }>(
    `SELECT body, hash, personal FROM events
     WHERE tenant_id = :tenant AND order_id = :orderId AND signer_id = :signerId AND seq > :after
     ORDER BY seq LIMIT :limit`,
    { orderId, signerId: signer.id, ...page },
  );
  return rows.map(({ body, hash, personal }) => ({
    body: JSON.parse(body) as EventBody,
    hash: hash.toString("hex"),
    ...(personal && isKnown(signer) && { personal: openPersonal(platform, signer, personal) }),
  }));
}
