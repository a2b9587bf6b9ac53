import { detailsOf } from "./detail.js";
import type { EventReading } from "./eventReading.js";
import type { Detail } from "./parts.js";
import { type About, nothing, type SignerReader } from "./reader.js";
import type { Decision, TrailPerson, TrailSigner } from "./trailSigner.js";

/** Events about who a signer is, and what became of them. */
export const signerReaders: Readonly<Record<string, SignerReader>> = {
  "signer.added": (_, event, signer) => {
    signer.role = event.text("role", signer.role);
    signer.group = event.number("group", signer.group);
    signer.witness_of = event.text("witness_of", signer.witness_of);
    signer.language = event.text("language", signer.language);
    signer.authentication = event.text("authentication", signer.authentication);
    signer.in_place_of = event.text("in_place_of", signer.in_place_of);
    signer.added_at ??= event.at.at;
    signer.added_by ??= event.actor;
    if (signer.personal === "none") signer.personal = event.personal;
    if (signer.person === null && event.personal === "shown") {
      signer.person = {
        given_name: event.ownText("given_name"),
        surname: event.ownText("surname"),
        email: event.ownText("email"),
        phone: event.ownText("phone"),
        country: event.ownText("country"),
        external_id: event.ownText("external_id"),
      };
    }
    return { role: signer.role, authentication: signer.authentication, group: signer.group };
  },
  "signer.changed": changed,
  "identity.edited": changed,
  "signer.removed": (_, __, signer) => {
    signer.state = "removed";
    return nothing;
  },
  "signer.replaced": (_, event, signer) => replaced(event, signer, "replaced", "by"),
  "signer.delegated": (_, event, signer) => replaced(event, signer, "delegated", "to"),
  "link.opened": (_, __, signer) => {
    if (signer.state === "waiting") signer.state = "opened";
    return nothing;
  },
  "signer.signed": (_, event, signer) => decided(event, signer, "signed"),
  "signer.approved": (_, event, signer) => decided(event, signer, "approved"),
  "signer.refused": (_, event, signer) => decided(event, signer, "refused"),
};

function changed(_: unknown, event: EventReading, signer: TrailSigner): About {
  const fields = event.texts("fields");
  const rules = changedRules(event, signer);
  const before = [...event.ownDetails("before"), ...rules.before];
  const after = [...event.ownDetails("after"), ...rules.after];
  signer.changes.push({
    ...event.at,
    by: event.actor,
    fields,
    before,
    after,
    personal: event.personal,
  });
  signer.person = corrected(signer.person, event, fields, after);
  return { fields: fields.join(" ") };
}

/** What is not personal: the event says how it is, and the trail so far how it was. */
function changedRules(event: EventReading, signer: TrailSigner): { before: Detail[]; after: Detail[] } {
  const was = { group: signer.group, authentication: signer.authentication, language: signer.language };
  const is = {
    group: event.number("group"),
    authentication: event.text("authentication"),
    language: event.text("language"),
  };
  signer.group = is.group ?? was.group;
  signer.authentication = is.authentication ?? was.authentication;
  signer.language = is.language ?? was.language;
  const names = (["group", "authentication", "language"] as const).filter((name) => is[name] !== null);
  const told = (values: typeof was) => names.flatMap((name) => detailsOf(name, values[name]));
  return { before: told(was), after: told(is) };
}

const personFields = ["given_name", "surname", "email", "phone", "country", "external_id"] as const;

function corrected(
  person: TrailPerson | null,
  event: EventReading,
  fields: readonly string[],
  after: readonly Detail[],
): TrailPerson | null {
  if (person === null || event.personal !== "shown") return person;
  // What was changed and has no value any more was taken away.
  const found = personFields
    .filter((field) => fields.includes(field))
    .map((field) => [field, after.find(({ name }) => name === field)?.value ?? null]);
  return { ...person, ...Object.fromEntries(found) };
}

/** Happens once; what a forged chain says of another time is left over. @param member that names the other signer */
function replaced(
  event: EventReading,
  signer: TrailSigner,
  how: "replaced" | "delegated",
  member: string,
): About {
  if (signer.replacement !== null) return nothing;
  const other = event.text(member);
  const reason = event.ownText("reason");
  signer.state = how;
  signer.replacement = { ...event.at, how, by: event.actor, signer: other, reason };
  return { other };
}

/** Happens once. */
function decided(event: EventReading, signer: TrailSigner, what: Decision["what"]): About {
  if (signer.decision !== null) return nothing;
  const reason = event.ownText("reason");
  signer.state = what;
  signer.decision = { ...event.at, what, by: event.actor, reason };
  return what === "refused" ? { reason } : nothing;
}
