import { appendEvents, endOf } from "../audit/append.js";
import { publicId } from "../ids/id.js";
import type { OrderDocument } from "../orders/order.js";
import { isRunning } from "../orders/state.js";
import type { Platform } from "../platform.js";
import { lockSigner } from "./actingSigner.js";
import type { LinkHolder } from "./openLink.js";
import type { Visitor } from "./visitor.js";

/**
 * Records that a signer was given the documents to read, once: the proof path needs the first time, and a trail must
 * not grow with every reload.
 * @returns the documents
 */
export async function handOutDocuments(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  { tenantId, orderId, signerId }: LinkHolder,
  visitor: Visitor,
): Promise<readonly OrderDocument[]> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const { order, signer, documents } = await lockSigner(transaction, orderId, signerId);
    const acting = isRunning(order.state) && (signer.state === "waiting" || signer.state === "opened");
    const before = await transaction.one(
      `SELECT seq FROM events WHERE tenant_id = :tenant AND order_id = :orderId AND signer_id = :signerId
         AND type = 'documents.handed_out' LIMIT 1`,
      { orderId, signerId },
    );
    if (acting && !before) {
      await appendEvents(platform, transaction, endOf(order), [
        {
          type: "documents.handed_out",
          actor: visitor.actor(signerId),
          signer,
          data: {
            documents: documents.map((document) => ({
              document: publicId("doc", document.id),
              sha256: Buffer.from(document.sha256).toString("hex"),
            })),
          },
          personal: visitor.personal(),
        },
      ]);
    }
    return documents;
  });
}
