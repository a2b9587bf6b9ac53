import { readProfilePage } from "../hostedPage/pageRows.js";
import { readDocuments, readOrder, readPlacements, readSigners } from "../orders/orderRows.js";
import { readCodesSince } from "../otp/codeRows.js";
import { codeWindowSeconds } from "../otp/policy.js";
import { type PositionView, presentPositions } from "../placements/fieldViews.js";
import type { Platform } from "../platform.js";
import { readPath } from "../proofPath/pathRows.js";
import { tenantName } from "../tenants/tenant.js";
import type { LinkHolder } from "./openLink.js";
import { presentStatus } from "./presentStatus.js";
import type { SessionRows } from "./sessionRows.js";
import type { StatusView } from "./sessionViews.js";

/**
 * Who the signer is, which order it is, how far it has come, what comes next, and who else signs.
 * @param session what the browser names itself by, if it does
 * @throws Failure `not_found`
 */
export async function readStatus(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  { tenantId, orderId, signerId }: LinkHolder,
  session: string | undefined,
): Promise<StatusView> {
  const now = platform.clock.now();
  const since = new Date(now.getTime() - codeWindowSeconds * 1000);
  const rows = await platform.database.withTenant(tenantId, async (transaction): Promise<SessionRows> => {
    const [order, signers, documents, placements, path, codes, profilePage, tenant] = await Promise.all([
      readOrder(transaction, orderId),
      readSigners(transaction, [orderId]),
      readDocuments(transaction, [orderId]),
      readPlacements(transaction, signerId),
      readPath(transaction, signerId),
      readCodesSince(transaction, signerId, since),
      readProfilePage(transaction, orderId),
      tenantName(transaction),
    ]);
    const signer = signers.find((candidate) => candidate.id === signerId)!;
    return { order, signer, signers, documents, placements, path, codes, profilePage, tenant };
  });
  return presentStatus(platform, rows, session, now);
}

/** Where this signer signs, as far as the order says so, and what they fill in; elsewhere the signature finds a free place by itself. */
export async function readPositions(
  platform: Pick<Platform, "database">,
  { tenantId, signerId }: LinkHolder,
): Promise<PositionView[]> {
  const placements = await platform.database.withTenant(tenantId, (transaction) =>
    readPlacements(transaction, signerId),
  );
  return presentPositions(placements);
}
