import type { NotificationType } from "../outbox/notificationTypes.js";
import { type CatalogueEntry, eventGroups } from "./entry.js";
import { accessEvents } from "./groups/access.js";
import { billingEvents } from "./groups/billing.js";
import { codeLines } from "./groups/code.js";
import { consentLines } from "./groups/consent.js";
import { documentLines } from "./groups/document.js";
import { endpointEvents } from "./groups/endpoint.js";
import { evidenceLines } from "./groups/evidence.js";
import { keyEvents } from "./groups/key.js";
import { messageLines } from "./groups/message.js";
import { orderLines } from "./groups/order.js";
import { retentionLines, retentionSettings } from "./groups/retention.js";
import { signatureLines } from "./groups/signature.js";
import { signerLines } from "./groups/signer.js";
import { testLines } from "./groups/test.js";

/** Everything that somebody can be told of, by type. Complete: a type without an entry does not compile. */
export const catalogue: Readonly<Record<NotificationType, CatalogueEntry>> = {
  ...orderLines,
  ...documentLines,
  ...signerLines,
  ...signatureLines,
  ...messageLines,
  ...codeLines,
  ...consentLines,
  ...evidenceLines,
  ...retentionLines,
  ...retentionSettings,
  ...billingEvents,
  ...keyEvents,
  ...accessEvents,
  ...endpointEvents,
  ...testLines,
};

const order = Object.keys(eventGroups);

/** All types, group by group. */
export const notificationTypes: readonly NotificationType[] = (
  Object.keys(catalogue) as NotificationType[]
).sort((one, other) => order.indexOf(catalogue[one].group) - order.indexOf(catalogue[other].group));

export function isNotificationType(text: string): text is NotificationType {
  return Object.hasOwn(catalogue, text);
}

const filters: ReadonlySet<string> = new Set([
  "*",
  ...notificationTypes,
  ...notificationTypes.map((type) => `${type.slice(0, type.indexOf("."))}.*`),
]);

/**
 * Whether a text can stand in an endpoint's filter: a type, `order.*` with a first part that types have, or `*`. What
 * stands before the first dot of a type counts, and not its group in the catalogue.
 */
export function isFilter(text: string): boolean {
  return filters.has(text);
}
