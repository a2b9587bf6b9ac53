import { actor, actorExample } from "../actor.js";
import { group } from "../entry.js";
import { digest, example } from "../exampleValues.js";
import { id, list, nullable, record, sha256, text, time } from "../schemas.js";

/** API keys, and the certificates that act for them. The one-time keys of signers have their `key.destroyed` in the group of signers. */
export const keyEvents = group("key", {
  "key.created": {
    description: "An API key was made.",
    line: null,
    details: record({
      key: id("key"),
      name: text("What the tenant calls it.", 200),
      scopes: list({ type: "string", maxLength: 300 }, "What it may do: ours, or `METHOD:host/path`.", 1),
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
  "key.certificate_issued": {
    description: "A client certificate was issued: whoever has it and its key acts for the API key.",
    line: null,
    details: record({
      certificate: id("crt"),
      key: id("key"),
      name: text("What the tenant calls it.", 200),
      fingerprint: sha256("Of the certificate."),
      expires_at: time("When it ends: that is not told again."),
      actor,
    }),
    example: {
      certificate: example("crt", 61),
      key: example("key", 60),
      name: "ERP, production",
      fingerprint: digest("certificate"),
      expires_at: "2027-11-22T09:00:00.000Z",
      actor: actorExample,
    },
  },
  "key.certificate_revoked": {
    description: "A client certificate was revoked: it opens nothing from now on.",
    line: null,
    details: record({ certificate: id("crt"), key: id("key"), actor }),
    example: { certificate: example("crt", 61), key: example("key", 60), actor: actorExample },
  },
});
