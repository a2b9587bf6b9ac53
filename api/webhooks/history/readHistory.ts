import type { Caller } from "../../apiKeys/caller.js";
import type { Transaction } from "../../database/transaction.js";
import { notFound } from "../../failure/failure.js";
import type { Platform } from "../../platform.js";
import type { Delivery, DeliveryAttempt } from "./delivery.js";
import {
  type DeliveryFilter,
  findDelivery,
  listDeliveries,
  readAttempts,
  readDeliveriesOf,
} from "./deliveryRows.js";
import { findNotification, type WholeNotification } from "./notificationRows.js";

/** Says whether a caller's mode has a destination, by throwing where it has not. */
export type Requirement = (transaction: Transaction, mode: Caller["mode"], id: string) => Promise<void>;

/** What of a list is asked for. */
export interface DeliveryPage {
  readonly filter: DeliveryFilter;
  /** UUID of the last notification of the page before. */
  readonly before: string | null;
  readonly limit: number;
}

/** Reads a notification, and to whom it is owed. @throws Failure `not_found` */
export async function getNotification(
  { database }: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  id: string,
): Promise<{ notification: WholeNotification; deliveries: Delivery[] }> {
  const [notification, deliveries] = await database.withTenant(tenantId, (transaction) =>
    Promise.all([findNotification(transaction, mode, id), readDeliveriesOf(transaction, id)]),
  );
  if (notification === null) throw notFound("notification");
  return { notification, deliveries };
}

/** Reads a page of what is owed to a destination, and one delivery more. @throws Failure `not_found` */
export async function getDeliveries(
  { database }: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  destination: string,
  require: Requirement,
  { filter, before, limit }: DeliveryPage,
): Promise<Delivery[]> {
  const [, deliveries] = await database.withTenant(tenantId, (transaction) =>
    Promise.all([
      require(transaction, mode, destination),
      listDeliveries(transaction, destination, filter, before, limit + 1),
    ]),
  );
  return deliveries;
}

/** Reads one delivery with its attempts. @throws Failure `not_found` */
export async function getDelivery(
  { database }: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  destination: string,
  require: Requirement,
  notificationId: string,
): Promise<{ delivery: Delivery; attempts: DeliveryAttempt[] }> {
  const [, delivery, attempts] = await database.withTenant(tenantId, (transaction) =>
    Promise.all([
      require(transaction, mode, destination),
      findDelivery(transaction, destination, notificationId),
      readAttempts(transaction, destination, notificationId),
    ]),
  );
  if (delivery === null) throw notFound("delivery");
  return { delivery, attempts };
}
