import { Failure } from "../../failure/failure.js";
import { parsePublicId } from "../../ids/id.js";
import { requireType } from "../catalogue/requireType.js";
import type { NotificationType } from "../outbox/notificationTypes.js";

/** What a list of what was told is narrowed by; null: by nothing. */
export interface ListFilter {
  readonly type: NotificationType | null;
  /** UUID. */
  readonly orderId: string | null;
}

/** Reads `type` and `order` of a query. @throws Failure `field_invalid` */
export function readListFilter(type: string | undefined, order: string | undefined): ListFilter {
  return { type: type === undefined ? null : requireType(type), orderId: readOrderId(order) };
}

function readOrderId(order: string | undefined): string | null {
  if (order === undefined) return null;
  const id = parsePublicId("ord", order);
  if (id === null)
    throw new Failure("field_invalid", "order must be the id of an order.", { param: "order" });
  return id;
}
