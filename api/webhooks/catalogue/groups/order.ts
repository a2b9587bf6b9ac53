import { failureCauses } from "../../../orders/failureCause.js";
import { byKey, bySystem, group } from "../entry.js";
import { example } from "../exampleValues.js";
import {
  code,
  count,
  duration,
  flag,
  id,
  language,
  list,
  nothing,
  nullable,
  record,
  sha256,
  text,
  time,
  word,
} from "../schemas.js";

const identity = word(["given_name", "surname", "email", "phone"]);
const fields = word([
  "title",
  "message",
  "labels",
  "metadata",
  "external_id",
  "reminders",
  "retention",
  "profile",
]);

/** An order from its creation to its end. */
export const orderLines = group("order", {
  "order.created": {
    description: "An order was created, as a draft or to be sent at once.",
    line: byKey,
    details: record(
      {
        mode: word(["test", "live"]),
        tenant: text("The tenant's name as it was then."),
        title: text("What signers are asked to sign, in the sender's words.", 200),
        expires_at: time("When it ends unless everybody is done before."),
        language: nullable(language("Of what is written about the order as a whole.")),
        notify: flag("Whether signers and sender are written to."),
        must_read: flag("Whether every page must have been shown to its end before anybody signs."),
        allow_delegation: flag("Whether a signer may name somebody else in their place."),
        retain_documents: duration("How long documents are kept after its end."),
        retain_evidence: duration("How long evidence is kept after its end."),
        archive: flag("Whether its documents are deposited with its evidence."),
      },
      {
        editable_identity: list(identity, "What of their own identity data signers may correct.", 1),
        signature_modes: list(
          word(["typed", "drawn"]),
          "How signers may write their names, where not in both ways.",
          1,
        ),
        time_zone: text("IANA name of the zone that signers are shown times in.", 64),
        profile: id("prf", "Its application profile."),
        template: id("tpl", "The template that it was made from."),
        mail_documents: flag("That the signed documents are mailed to the signers in the end."),
        // A ZIP file that the sender gave to be kept with the evidence.
        proof_folder: record({ bytes: count(1), sha256: sha256(), entries: count(0) }),
        reminder_days: count(1, "Days between reminders."),
        reminder_count: count(1, "Reminders to each signer at most."),
      },
    ),
    example: {
      mode: "live",
      tenant: "Dorset Estates",
      title: "Lease of 12 Dorset Street",
      expires_at: "2026-12-31T22:00:00.000Z",
      language: "en",
      notify: true,
      must_read: false,
      allow_delegation: true,
      retain_documents: "P3M",
      retain_evidence: "P10Y",
      archive: false,
      profile: example("prf", 20),
      reminder_days: 3,
      reminder_count: 2,
    },
  },
  "order.sent": {
    description: "An order was sent: its documents and signers stand, and those whose turn it is can act.",
    line: byKey,
    details: nothing,
    example: {},
  },
  "order.changed": {
    description: "The sender changed what an order says of itself.",
    line: byKey,
    details: record(
      { fields: list(fields, "What was changed; what is not told here, the order itself says.", 1) },
      {
        title: text("As it is from now on, as all that follows.", 200),
        reminder_days: nullable(count(1)),
        reminder_count: nullable(count(1)),
        retain_documents: duration(),
        retain_evidence: duration(),
        archive: flag(),
        profile: nullable(id("prf")),
      },
    ),
    example: { fields: ["labels", "reminders"], reminder_days: 2, reminder_count: 5 },
  },
  "order.extended": {
    description: "An order was given more time.",
    line: byKey,
    details: record({ from: time("When it would have ended."), to: time("When it ends now.") }),
    example: { from: "2026-12-31T22:00:00.000Z", to: "2027-01-15T22:00:00.000Z" },
  },
  "order.completed": {
    description: "Everybody is done and the documents are sealed: they can be fetched.",
    line: bySystem,
    details: record(
      {},
      {
        level: nullable(
          word(
            ["B-B", "B-T", "B-LT", "B-LTA"],
            "Lowest PAdES level of its signatures, where a document could not be sealed.",
          ),
        ),
        unsealed: code("Why a document could not be sealed: a code of the signature engine."),
      },
    ),
    example: {},
  },
  "order.refused": {
    description:
      "A signer refused, which ended the order for all; the line before, signer.refused, says who.",
    line: bySystem,
    details: nothing,
    example: {},
  },
  "order.cancelled": {
    description: "The sender cancelled an order that had not ended.",
    line: byKey,
    details: record({ reason: text("In the sender's words; empty where none was given.", 1000) }),
    example: { reason: "The flat was let to somebody else." },
  },
  "order.expired": {
    description: "An order's time was over before everybody was done.",
    line: bySystem,
    details: nothing,
    example: {},
  },
  "order.failed": {
    description: "An order ended because something that no waiting mends keeps it from being finished.",
    line: bySystem,
    details: record(
      { cause: word(Object.values(failureCauses)) },
      {
        engine_error: code("Why a document cannot be signed: a code of the signature engine."),
        document: text("Name of the document that could not be had.", 200),
        reason: text("Why it could not be had, or what does not fit it.", 1000),
      },
    ),
    example: { cause: failureCauses.document_refused, engine_error: "pdf_permission_denied" },
  },
});
