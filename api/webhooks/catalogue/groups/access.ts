import { actorExample, actorOf } from "../actor.js";
import { group } from "../entry.js";
import { example } from "../exampleValues.js";
import { count, id, nullable, record, time, word } from "../schemas.js";

const reasons = [
  "certificate_unknown",
  "certificate_expired",
  "certificate_not_yet_valid",
  "certificate_revoked",
  "address_not_allowed",
];

/** Who is let in, and from where. No address stands in them: it can be a person's. */
export const accessEvents = group("access", {
  "access.refused": {
    description:
      "A key or client certificate was not let in: told of the first time, and then at most once an hour for each and reason.",
    line: null,
    details: record({
      key: id("key"),
      certificate: nullable(id("crt", "null: the key's secret was come with.")),
      reason: word(reasons, "The code of the answer."),
      refused: count(1, "How often so far, at least: counted to the minute."),
      first_at: time("The first time."),
      last_at: time("The last time so far."),
    }),
    example: {
      key: example("key", 60),
      certificate: example("crt", 61),
      reason: "certificate_revoked",
      refused: 1,
      first_at: "2026-11-30T09:31:02.417Z",
      last_at: "2026-11-30T09:31:02.417Z",
    },
  },
  "access.addresses_changed": {
    description: "The list of addresses that calls may come from was changed.",
    line: null,
    details: record({
      ranges: count(0, "How many ranges there are now; 0: calls may come from anywhere."),
      // The system is the operator, who lets in again whoever locked themselves out.
      actor: actorOf(["api_key", "system"]),
    }),
    example: { ranges: 2, actor: actorExample },
  },
});
