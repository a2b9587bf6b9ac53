import { actor, actorExample } from "../actor.js";
import { group } from "../entry.js";
import { example } from "../exampleValues.js";
import { id, list, nullable, record, text, time } from "../schemas.js";

/** API keys. The one-time keys of signers have their `key.destroyed` in the group of signers. */
export const keyEvents = group("key", {
  "key.created": {
    description: "An API key was made.",
    line: null,
    details: record({
      key: id("key"),
      name: text("What the tenant calls it.", 200),
      scopes: list({ type: "string", pattern: "^[a-z]+:[a-z]+$" }, "What it may do.", 1),
      expires_at: nullable(time("When it ends, if it does: that is not told again.")),
      actor,
    }),
    example: {
      key: example("key", 60),
      name: "CRM, production",
      scopes: ["orders:read", "orders:write"],
      expires_at: null,
      actor: actorExample,
    },
  },
  "key.revoked": {
    description: "An API key was revoked: it opens nothing from now on.",
    line: null,
    details: record({ key: id("key"), actor }),
    example: { key: example("key", 60), actor: actorExample },
  },
});
