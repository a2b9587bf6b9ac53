import { detailsOf } from "./detail.js";
import type { Procedure, ProcedureState } from "./procedure.js";
import { nothing, type OrderReader } from "./reader.js";
import { documentIn } from "./trailDraft.js";

/** What of the rules can be changed. */
const texts = ["title", "retain_documents", "retain_evidence"] as const;
const numbers = ["reminder_days", "reminder_count"] as const;

/** Events of the order as such. */
export const orderReaders: Readonly<Record<string, OrderReader>> = {
  "order.created": ({ procedure }, event) => {
    const isFirst = procedure.created_at === null;
    procedure.created_at ??= event.at.at;
    procedure.created_by ??= event.actor;
    procedure.mode = event.text("mode", procedure.mode);
    procedure.tenant = event.text("tenant", procedure.tenant);
    procedure.title = event.text("title", procedure.title);
    procedure.language = event.text("language", procedure.language);
    procedure.expires_at = event.text("expires_at", procedure.expires_at);
    procedure.profile = event.text("profile", procedure.profile);
    procedure.template = event.text("template", procedure.template);
    procedure.notify = event.flag("notify", procedure.notify);
    procedure.must_read = event.flag("must_read", procedure.must_read);
    procedure.allow_delegation = event.flag("allow_delegation", procedure.allow_delegation);
    if (isFirst) procedure.editable_identity = event.texts("editable_identity");
    procedure.reminder_days = event.number("reminder_days", procedure.reminder_days);
    procedure.reminder_count = event.number("reminder_count", procedure.reminder_count);
    procedure.retain_documents = event.text("retain_documents", procedure.retain_documents);
    procedure.retain_evidence = event.text("retain_evidence", procedure.retain_evidence);
    procedure.archive = event.flag("archive", procedure.archive);
    // The title may change; each step keeps the one of its time. So does the deadline.
    return { title: procedure.title, until: procedure.expires_at };
  },
  "document.added": (draft, event) => {
    const id = event.text("document");
    if (id === null) return nothing;
    const document = documentIn(draft, id);
    document.name = event.text("name", document.name);
    document.kind = event.text("kind", document.kind);
    document.pages = event.number("pages", document.pages);
    document.bytes = event.number("bytes", document.bytes);
    document.sha256 = event.text("sha256", document.sha256);
    document.added_at ??= event.at.at;
    document.added_by ??= event.actor;
    return { document: id };
  },
  "order.sent": ({ procedure }, event) => {
    procedure.sent_at ??= event.at.at;
    procedure.sent_by ??= event.actor;
    if (procedure.state === "draft") procedure.state = "open";
    return nothing;
  },
  "order.changed": ({ procedure }, event) => {
    const fields = event.texts("fields");
    const was = { ...procedure };
    for (const name of texts) procedure[name] = event.text(name) ?? procedure[name];
    for (const name of numbers) procedure[name] = event.number(name) ?? procedure[name];
    procedure.archive = event.flag("archive") ?? procedure.archive;
    // Reminders that were taken away have no number any more.
    if (fields.includes("reminders") && event.isNull("reminder_days")) {
      procedure.reminder_days = procedure.reminder_count = null;
    }
    const changed = ([...texts, ...numbers, "archive"] as const).filter(
      (name) => procedure[name] !== was[name],
    );
    const told = (values: Procedure) => changed.flatMap((name) => detailsOf(name, values[name]));
    procedure.changes.push({
      ...event.at,
      by: event.actor,
      fields,
      before: told(was),
      after: told(procedure),
    });
    return { fields: fields.join(" ") };
  },
  "order.extended": ({ procedure }, event) => {
    const from = event.text("from");
    const to = event.text("to");
    procedure.expires_at = to ?? procedure.expires_at;
    procedure.extensions.push({ ...event.at, by: event.actor, from, to });
    return { until: to };
  },
  "clock.advanced": ({ procedure }, event) => {
    const now = event.text("now");
    procedure.clock.push({ ...event.at, by: event.actor, seconds: event.number("seconds"), now });
    return { now };
  },
  "order.completed": ending("completed"),
  "order.refused": ending("refused"),
  "order.cancelled": ending("cancelled"),
  "order.expired": ending("expired"),
  "order.failed": ending("failed"),
};

function ending(state: ProcedureState): OrderReader {
  return ({ procedure, signers }, event) => {
    // An order ends once. What a forged chain says of other ends stands with their steps.
    if (procedure.end !== null) return { reason: null };
    const reason = event.text("reason") ?? event.text("cause");
    procedure.state = state;
    procedure.end = {
      ...event.at,
      by: event.actor,
      signer: (state === "refused" && signers.find((signer) => signer.state === "refused")?.signer) || null,
      reason,
      level: event.text("level"),
      unsealed: event.text("unsealed"),
    };
    return { reason };
  };
}
