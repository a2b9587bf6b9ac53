import { apiVersion } from "../outbox/notification.js";
import { notificationTypes } from "./catalogue.js";
import { eventGroups } from "./entry.js";
import { presentType } from "./eventTypeView.js";

/** The whole catalogue as one JSON object, for generators of SDKs: openapi/events.json. */
export function eventsDescription(): object {
  return {
    api_version: apiVersion,
    groups: eventGroups,
    types: notificationTypes.map((type) => {
      const { object: _, ...described } = presentType(type);
      return described;
    }),
  };
}
