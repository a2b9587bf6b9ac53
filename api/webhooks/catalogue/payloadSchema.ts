import { apiVersion } from "../outbox/notification.js";
import type { NotificationType } from "../outbox/notificationTypes.js";
import { actorOf } from "./actor.js";
import { catalogue } from "./catalogue.js";
import type { CatalogueEntry, LineRules } from "./entry.js";
import type { JsonSchema } from "./jsonSchema.js";
import { count, id, nullable, record, text, time, word } from "./schemas.js";

/** Where a type's schema is served, as a path. */
export function schemaPath(type: NotificationType): string {
  return `/schemas/events/${type}.json`;
}

/**
 * The JSON Schema (2020-12) of what is sent for a type, whole.
 * @param baseUrl of the service that serves it; empty: its `$id` is a path
 */
export function payloadSchema(type: NotificationType, baseUrl = ""): JsonSchema {
  const entry = catalogue[type];
  const whole = record(
    {
      type: { type: "string", const: type },
      timestamp: time("When it happened."),
      api_version: { type: "string", const: apiVersion },
      mode: word(["test", "live"]),
      data: entry.line ? lineSchema(entry.details, entry.line) : entry.details,
    },
    {
      example: {
        type: "boolean",
        const: true,
        description: "Nothing has happened: it was sent as an example.",
      },
    },
  );
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `${baseUrl}${schemaPath(type)}`,
    title: type,
    description: entry.description,
    ...whole,
  };
}

/** Of a line of an audit trail. */
function lineSchema(details: CatalogueEntry["details"], { actors, signer }: LineRules): JsonSchema {
  const named = id("sgr", "The signer whom it concerns.");
  return record({
    order: id("ord"),
    external_id: nullable(text("Your own id of the order.", 200)),
    sequence: count(
      1,
      "Number of the line in the order's audit trail. Requests may arrive in another order.",
    ),
    signer: signer === "always" ? named : signer === "never" ? { type: "null" } : nullable(named),
    actor: actorOf(actors),
    details: orLeftOut(details),
  });
}

/** Details of more than 20 kB are left out; the audit trail has them. */
function orLeftOut(details: JsonSchema): JsonSchema {
  const leftOut = "null: they were too many to be sent, and the order's audit trail has them.";
  return details.anyOf
    ? { ...details, anyOf: [...details.anyOf, { type: "null" }], description: leftOut }
    : { ...nullable(details), description: leftOut };
}
