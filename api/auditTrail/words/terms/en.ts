import type { Disclosure } from "../../../../engine/auditTrail/parts.js";
import type { ProcedureState } from "../../../../engine/auditTrail/procedure.js";
import type { TrailCodeState } from "../../../../engine/auditTrail/trailAuthentication.js";
import type { TrailSignerState } from "../../../../engine/auditTrail/trailSigner.js";
import type { Actor } from "../../../../engine/hashchain/event.js";
import type { Mode } from "../../../apiKeys/caller.js";
import type { StatedAuthentication } from "../../../authentications/statedAuthentication.js";
import type { MessageKind } from "../../../messages/message.js";
import type { FailureCause } from "../../../orders/failureCause.js";
import type { Authentication, Channel, DocumentKind, SignerRole } from "../../../orders/order.js";
import type { DeliveryErrorCode } from "../../../ports/delivery.js";
import type { DeliveryState } from "../../../ports/deliveryReports.js";
import type { PurgeReason } from "../../../retention/purge.js";

/** What values are called: by kind of value, then by value. Every other language has the same. */
export const en = {
  modes: {
    test: "test",
    live: "live",
  } satisfies Record<Mode, string>,
  states: {
    draft: "draft",
    open: "open",
    completed: "completed",
    refused: "refused",
    cancelled: "cancelled",
    expired: "expired",
    failed: "failed",
  } satisfies Record<ProcedureState, string>,
  roles: {
    signer: "signer",
    approver: "approver",
    witness: "witness",
    copy: "recipient of a copy",
  } satisfies Record<SignerRole, string>,
  signerStates: {
    waiting: "awaited",
    opened: "link opened",
    signing: "signing ordered",
    signed: "signed",
    approved: "approved",
    refused: "refused",
    removed: "removed",
    replaced: "replaced",
    delegated: "handed on",
  } satisfies Record<TrailSignerState, string>,
  documentKinds: {
    sign: "to be signed",
    info: "for information",
  } satisfies Record<DocumentKind, string>,
  revisionKinds: {
    signature: "signature",
    seal: "seal",
    evidence_file: "evidence file",
  },
  authentications: {
    email: "code by e-mail",
    sms: "code by SMS",
    both: "codes by e-mail and SMS",
    none: "no code",
  } satisfies Record<Authentication, string>,
  channels: {
    email: "e-mail",
    sms: "SMS",
  } satisfies Record<Channel, string>,
  messageKinds: {
    invitation: "invitation",
    delegated: "invitation in another’s place",
    reminder: "reminder",
    link_changed: "new link",
    removed: "notice of removal",
    completed: "notice of completion",
    refused: "notice of refusal",
    cancelled: "notice of cancellation",
    expired: "notice of expiry",
    failed: "notice of failure",
  } satisfies Record<MessageKind, string>,
  deliveryStates: {
    accepted: "taken by the provider",
    deferred: "delayed",
    delivered: "delivered",
    undelivered: "not delivered",
    bounced: "returned",
  } satisfies Record<DeliveryState, string>,
  codeStates: {
    requested: "requested",
    sent: "sent",
    failed: "not sent",
    replaced: "replaced",
    locked: "locked",
    verified: "accepted",
  } satisfies Record<TrailCodeState, string>,
  tryResults: {
    right: "right",
    wrong: "wrong",
  },
  methods: {
    login: "login",
    card_payment: "card payment",
    identity_document: "identity document",
    video: "video identification",
    other: "other",
  } satisfies Record<StatedAuthentication["method"], string>,
  actors: {
    api_key: "sender",
    signer: "participant",
    system: "service",
  } satisfies Record<Actor["kind"], string>,
  directions: {
    to_read: "to be read",
    signed: "signed",
  },
  fields: {
    title: "title",
    message: "message",
    labels: "labels",
    metadata: "metadata",
    external_id: "sender’s identifier",
    reminders: "reminders",
    retention: "retention",
    profile: "application profile",
    given_name: "given name",
    surname: "surname",
    email: "e-mail address",
    phone: "phone number",
    code_contact: "address for codes",
    country: "country",
    language: "language",
    authentication: "authentication",
    group: "group",
    code_text: "text of the code’s message",
  },
  failures: {
    rejected: "refused by the provider",
    unauthorized: "access refused by the provider",
    unavailable: "provider out of reach",
    fault: "internal fault",
    cut_off: "sending was cut off",
    document_lost: "a stored document is gone",
    document_altered: "a stored document was altered",
    document_refused: "a document cannot be signed",
    document_not_had: "a document could not be fetched, or does not take what is to be placed in it",
  } satisfies Record<FailureCause | DeliveryErrorCode | "fault" | "cut_off", string>,
  purgeReasons: {
    retention: "the term of keeping was over",
    request: "asked for by the sender",
    erasure: "erasure of a person’s data",
  } satisfies Record<PurgeReason, string>,
  disclosures: {
    none: "none recorded",
    shown: "in this copy",
    withheld: "not in this copy",
    erased: "erased",
  } satisfies Record<Disclosure, string>,
  answers: {
    yes: "yes",
    no: "no",
  },
};
