import { appendEvents, endOf, type NewEvent } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { notFound } from "../failure/failure.js";
import { readProfilePage } from "../hostedPage/pageRows.js";
import { mergePages, type PageSettings } from "../hostedPage/pageSettings.js";
import { publicId } from "../ids/id.js";
import { type Order, orderNow, type Signer } from "../orders/order.js";
import { isRunning } from "../orders/state.js";
import type { Platform } from "../platform.js";
import { type ActingSigner, lockSigner, requirePresent } from "./actingSigner.js";
import { markOpened, startOrder } from "./signerRows.js";
import { signingTokenHash } from "./signingLink.js";
import { turnOf } from "./signingOrder.js";
import type { Visitor } from "./visitor.js";

/** Whom a signing link belongs to. */
export interface LinkHolder {
  readonly tenantId: string;
  readonly orderId: string;
  readonly signerId: string;
}

/**
 * Finds whom a link belongs to.
 * @throws Failure `not_found`, `signer_removed` for somebody who was taken off the order or has named somebody else
 */
export async function findLinkHolder(
  platform: Pick<Platform, "database">,
  token: string,
): Promise<LinkHolder> {
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) throw notFound("signing link");
  const [found] = await platform.database.lookup<LinkHolder & { withdrawn: Signer["state"] | null }>(
    `SELECT tenant_id AS "tenantId", order_id AS "orderId", signer_id AS "signerId", withdrawn
     FROM find_signing_link(:hash)`,
    { hash: signingTokenHash(token) },
  );
  if (!found) throw notFound("signing link");
  const { withdrawn, ...holder } = found;
  if (withdrawn !== null) requirePresent({ state: withdrawn });
  return holder;
}

/** As `findLinkHolder`, for a path that names the signer too: it must be the link's. @throws Failure `not_found` */
export async function findNamedHolder(
  platform: Pick<Platform, "database">,
  token: string,
  signer: string,
): Promise<LinkHolder> {
  const holder = await findLinkHolder(platform, token);
  if (publicId("sgr", holder.signerId) !== signer) throw notFound("signer");
  return holder;
}

/**
 * Records the first opening of a link, which moves signer and order on.
 * @returns what the page says before it has asked: the order's title, and the signer's language; and how it is
 */
export async function openLink(
  platform: Pick<Platform, "database" | "clock" | "random" | "secretBox">,
  { tenantId, orderId, signerId }: LinkHolder,
  visitor: Visitor,
): Promise<{ title: string; language: string; page: PageSettings }> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const [acting, profilePage] = await Promise.all([
      lockSigner(transaction, orderId, signerId),
      readProfilePage(transaction, orderId),
    ]);
    const { order, signer } = acting;
    const opening = recordOpening(transaction, acting, visitor, platform.clock.now());
    const page = mergePages(profilePage, order.page);
    if (opening) {
      await opening.recorded;
      const event = { ...opening.event, data: shownPage(page) };
      await appendEvents(platform, transaction.last, endOf(order), [event]);
    }
    return { title: order.title, language: signer.language, page };
  });
}

/**
 * What the trail tells of the page that a signer was shown: what it kept from them, and whose page it may have stood in.
 * The profile says other things later. No URL is told: one may hold a token.
 */
function shownPage({
  hide = [],
  frame_ancestors: ancestors = [],
}: PageSettings): Readonly<Record<string, string[]>> {
  return {
    ...(hide.length > 0 && { hidden: hide }),
    ...(ancestors.length > 0 && { frame_ancestors: ancestors }),
  };
}

/** A link that is opened for the first time. */
export interface Opening {
  /** To be appended. */
  readonly event: NewEvent;
  /** That its rows are on their way, at the latest with the COMMIT. */
  readonly recorded: Promise<unknown>;
}

/**
 * Moves a signer whose turn it is from waiting to opened, and the order on. Reading an ended order, or one in which
 * others come first, is no step of the procedure.
 * @param acting read under the lock on the order
 * @returns null where the link was opened before
 */
export function recordOpening(
  transaction: Transaction,
  acting: ActingSigner,
  visitor: Visitor,
  now: Date,
): Opening | null {
  const { order, signer, signers } = acting;
  if (signer.state !== "waiting" || !isOpenOrder(order, now) || turnOf(signers, signer) !== "now")
    return null;
  return {
    event: { type: "link.opened", actor: visitor.actor(signer.id), signer, personal: visitor.personal() },
    recorded: Promise.all([
      markOpened(transaction.last, signer.id, now),
      startOrder(transaction.last, order),
    ]),
  };
}

/** Whether signers may still act, swept or not. */
export function isOpenOrder(order: Order, now: Date): boolean {
  return isRunning(order.state) && order.expiresAt > orderNow(order, now);
}

/** Whether a signer is on their way: has been here, or is expected, and has not decided. */
export function isUndecided({ state }: Pick<Signer, "state">): boolean {
  return state === "waiting" || state === "opened";
}
