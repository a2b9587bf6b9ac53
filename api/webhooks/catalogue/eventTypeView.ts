import type { NotificationType } from "../outbox/notificationTypes.js";
import { catalogue } from "./catalogue.js";
import type { EventGroup } from "./entry.js";
import { exampleOf } from "./example.js";
import { payloadSchema } from "./payloadSchema.js";

/** What the API says of a type of events. */
export interface EventTypeView {
  object: "event_type";
  type: string;
  group: EventGroup;
  /** When it happens. */
  description: string;
  /** JSON Schema (2020-12) of the whole payload; its `$id` is where it is served. */
  schema: Record<string, unknown>;
  /** A payload of this type. */
  example: Record<string, unknown>;
}

/** @param baseUrl of the service that serves the schema; empty: its `$id` is a path */
export function presentType(type: NotificationType, baseUrl = ""): EventTypeView {
  const { group, description } = catalogue[type];
  return {
    object: "event_type",
    type,
    group,
    description,
    schema: { ...payloadSchema(type, baseUrl) },
    example: { ...exampleOf(type) },
  };
}
