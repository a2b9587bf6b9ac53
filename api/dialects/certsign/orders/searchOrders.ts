import type { Caller } from "../../../apiKeys/caller.js";
import type { Transaction } from "../../../database/transaction.js";
import type { Order, OrderWithParts } from "../../../orders/order.js";
import { withParts } from "../../../orders/orderRows.js";
import type { Platform } from "../../../platform.js";
import { findProfile } from "../../../profiles/profileRows.js";
import { findOrders } from "../../../search/findOrders.js";
import { queryOf } from "../readIds.js";
import { readStandings } from "../states/standing.js";
import { phoneNumber } from "./phoneNumber.js";
import { type OrderAnswer, presentOrder } from "./presentOrder.js";

/** Orders of an answer: the newest. */
const most = 100;

/** Whose numbers are meant where one is written as at home: the dialect's callers are French, and name no country here. */
const home = "FR";

/**
 * Search request: orders of a signer's e-mail address, of their number, of an application profile, or of all that is
 * given; without any the newest. Each look goes along an index.
 */
export async function searchOrders(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  query: unknown,
): Promise<OrderAnswer[]> {
  const fields = queryOf(query);
  const email = fields.text("email", 254)?.trim() ?? null;
  // A plus that was not escaped arrives as a blank.
  const mobile = fields.text("mobile", 50)?.replace(/^ (?=\d)/, "+") ?? null;
  const raProfile = fields.text("raProfile", 64);
  fields.refuseOthers();
  const phone = mobile === null ? null : phoneNumber(mobile, home);
  if (mobile !== null && phone === null) return [];
  return platform.database.withTenant(tenantId, async (transaction) => {
    const profile =
      raProfile === null ? null : await findProfile(transaction, mode, { id: null, code: raProfile });
    if (raProfile !== null && profile === null) return [];
    const found = await find(transaction, mode, email ?? phone, profile?.id ?? null);
    const whole = await withParts(transaction, found);
    const kept = email === null || phone === null ? whole : whole.filter(hasPhone(phone));
    return (await readStandings(transaction, kept)).map(presentOrder);
  });
}

async function find(
  transaction: Transaction,
  mode: Caller["mode"],
  signer: string | null,
  profile: string | null,
): Promise<readonly Order[]> {
  const rest = { state: null, externalId: null, text: null, label: null, createdFrom: null, createdTo: null };
  const { orders } = await findOrders(transaction, mode, {
    ...rest,
    signer,
    profile,
    before: null,
    limit: most,
  });
  return orders;
}

function hasPhone(phone: string): (order: OrderWithParts) => boolean {
  return ({ signers }) => signers.some((signer) => signer.phone === phone);
}
