import type { Json } from "../../../engine/hashchain/canonicalJson.js";
import { eventTypes } from "../../audit/eventTypes.js";
import { apiVersion } from "../outbox/notification.js";
import type { NotificationType } from "../outbox/notificationTypes.js";
import { exampleActor } from "./actor.js";
import { catalogue } from "./catalogue.js";
import { ada, externalId, order } from "./exampleValues.js";

/** A payload as it could be sent. */
export interface NotificationExample {
  readonly type: NotificationType;
  readonly timestamp: string;
  readonly api_version: string;
  readonly mode: "test" | "live";
  readonly data: Readonly<Record<string, Json>>;
}

/** An example of a type, whole. */
export function exampleOf(type: NotificationType): NotificationExample {
  const { line, example } = catalogue[type];
  return {
    type,
    timestamp: "2026-12-01T09:31:02.417Z",
    api_version: apiVersion,
    mode: type === "clock.advanced" ? "test" : "live",
    data: line
      ? {
          order,
          // A purge leaves nothing of an order but its own id.
          external_id: type === "evidence.purged" ? null : externalId,
          // As if an order met every kind of line once.
          sequence: (eventTypes as readonly string[]).indexOf(type) + 1,
          signer: line.signer === "never" ? null : ada,
          actor: exampleActor(line.actors[0]),
          details: example,
        }
      : example,
  };
}
