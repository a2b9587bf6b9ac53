import { actor, actorExample } from "../actor.js";
import { group } from "../entry.js";
import { endpoint } from "../exampleValues.js";
import { code, id, list, nullable, record, text, time, word } from "../schemas.js";

/** Its URL is never told: paths hold tokens. */
const which = { endpoint: id("whe") };
const fields = word(["url", "description", "events", "headers", "basic_auth", "contact", "status"]);

/** Webhook endpoints themselves. An endpoint is not told of its own creation, disabling and deletion. */
export const endpointEvents = group("endpoint", {
  "endpoint.created": {
    description: "A webhook endpoint was made.",
    line: null,
    details: record({
      ...which,
      url_host: text("The host of its URL."),
      events: list(text(), "What it is told of: types, order.* for all of a kind, * for everything.", 1),
      actor,
    }),
    example: {
      endpoint,
      url_host: "crm.example.com",
      events: ["order.*", "signer.signed"],
      actor: actorExample,
    },
  },
  "endpoint.changed": {
    description: "A webhook endpoint was changed, paused, or enabled again.",
    line: null,
    details: record({
      ...which,
      fields: list(fields, "What was changed.", 1),
      status: word(["enabled", "paused", "disabled"], "As it is now."),
      actor,
    }),
    example: { endpoint, fields: ["status"], status: "paused", actor: actorExample },
  },
  "endpoint.secret_rotated": {
    description: "A webhook endpoint, or the callbacks of a mode, got a new secret.",
    line: null,
    details: record({
      endpoint: nullable(id("whe", "null: it is the secret of callbacks.")),
      old_expires_at: time("Until when requests are signed with the old one as well."),
      actor,
    }),
    example: { endpoint, old_expires_at: "2026-12-02T09:31:02.417Z", actor: actorExample },
  },
  "endpoint.failing": {
    description: "A day has brought nothing but failure: the webhook endpoint is disabled after five.",
    line: null,
    details: record({
      ...which,
      failing_since: time(),
      disabled_at: time("When it will be disabled unless a delivery succeeds before."),
      last_error: nullable(code("What the last attempt failed of: an error class of attempts.")),
    }),
    example: {
      endpoint,
      failing_since: "2026-11-30T09:31:02.417Z",
      disabled_at: "2026-12-05T09:31:02.417Z",
      last_error: "timeout",
    },
  },
  "endpoint.disabled": {
    description:
      "A webhook endpoint was disabled: it answered 410, or five days brought nothing but failure.",
    line: null,
    details: record({
      ...which,
      reason: word(["gone", "failing"]),
      failing_since: nullable(time("Since when there was nothing but failure.")),
    }),
    example: { endpoint, reason: "failing", failing_since: "2026-11-26T09:31:02.417Z" },
  },
  "endpoint.deleted": {
    description: "A webhook endpoint was deleted.",
    line: null,
    details: record({ ...which, actor }),
    example: { endpoint, actor: actorExample },
  },
  "endpoint.test": {
    description: "Somebody asked for a test of this webhook endpoint.",
    line: null,
    details: record({ ...which, actor }),
    example: { endpoint, actor: actorExample },
  },
});
