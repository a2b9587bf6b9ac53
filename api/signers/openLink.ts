import { appendEvents, endOf } from "../audit/append.js";
import { notFound } from "../failure/failure.js";
import { isRunning } from "../orders/state.js";
import type { Platform } from "../platform.js";
import { lockSigner } from "./actingSigner.js";
import { markOpened, startOrder } from "./signerRows.js";
import { signingTokenHash } from "./signingLink.js";
import type { Visitor } from "./visitor.js";

/** Whom a signing link belongs to. */
export interface LinkHolder {
  readonly tenantId: string;
  readonly orderId: string;
  readonly signerId: string;
}

/** Finds whom a link belongs to. @throws Failure `not_found` */
export async function findLinkHolder(
  platform: Pick<Platform, "database">,
  token: string,
): Promise<LinkHolder> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) throw notFound("signing link");
  const [holder] = await platform.database.lookup<LinkHolder>(
    `SELECT tenant_id AS "tenantId", order_id AS "orderId", signer_id AS "signerId" FROM find_signing_link(:hash)`,
    { hash: signingTokenHash(token) },
  );
  if (!holder) throw notFound("signing link");
  return holder;
}

/** Records the first opening of a link, which moves signer and order on. */
export async function openLink(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  holder: LinkHolder,
  visitor: Visitor,
): Promise<void> {
  const { tenantId, orderId, signerId } = holder;
  await platform.database.withTenant(tenantId, async (transaction) => {
    const { order, signer } = await lockSigner(transaction, orderId, signerId);
    const now = platform.clock.now();
    // Reading an ended order is no step of the procedure.
    if (!isRunning(order.state) || order.expiresAt <= now) return;
    if (!(await markOpened(transaction, signerId, now))) return;
    await startOrder(transaction, order);
    await appendEvents(platform, transaction, endOf(order), [
      {
        type: "link.opened",
        actor: visitor.actor(signerId),
        signer,
        personal: visitor.personal(),
      },
    ]);
  });
}
