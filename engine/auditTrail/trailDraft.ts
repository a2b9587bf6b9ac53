import type { AuditTrail } from "./auditTrail.js";
import type { EventReading } from "./eventReading.js";
import type { CodeAuthentication } from "./trailAuthentication.js";
import type { TrailDocument } from "./trailDocument.js";
import type { TrailMessage } from "./trailMessage.js";
import type { TrailSigner, Visit } from "./trailSigner.js";

/** What the readers of events write into, one event after the other. */
export type TrailDraft = Pick<AuditTrail, "procedure" | "documents" | "signers" | "messages" | "custody"> &
  Parts;

/** What of a trail is found by its id. */
interface Parts {
  readonly byId: {
    readonly documents: Map<string, TrailDocument>;
    readonly signers: Map<string, TrailSigner>;
    readonly codes: Map<string, CodeAuthentication>;
    readonly messages: Map<string, TrailMessage>;
    /** By all that tells one from another. */
    readonly visits: Map<string, Visit>;
  };
}

export function newDraft(order: string): TrailDraft {
  return {
    procedure: {
      order,
      mode: null,
      tenant: null,
      title: null,
      language: null,
      state: "draft",
      created_at: null,
      created_by: null,
      sent_at: null,
      sent_by: null,
      expires_at: null,
      profile: null,
      template: null,
      notify: null,
      must_read: null,
      allow_delegation: null,
      editable_identity: [],
      reminder_days: null,
      reminder_count: null,
      retain_documents: null,
      retain_evidence: null,
      archive: null,
      changes: [],
      extensions: [],
      clock: [],
      end: null,
    },
    documents: [],
    signers: [],
    messages: [],
    custody: [],
    byId: {
      documents: new Map(),
      signers: new Map(),
      codes: new Map(),
      messages: new Map(),
      visits: new Map(),
    },
  };
}

/** A document of a draft; one that the chain has not named before is there from now on. */
export function documentIn(draft: TrailDraft, id: string): TrailDocument {
  const known = draft.byId.documents.get(id);
  if (known) return known;
  const document: TrailDocument = {
    document: id,
    name: null,
    kind: null,
    pages: null,
    bytes: null,
    sha256: null,
    added_at: null,
    added_by: null,
    level: null,
    revisions: [],
  };
  draft.byId.documents.set(id, document);
  draft.documents.push(document);
  return document;
}

/** The code of an event, as `otp` names it. */
export function codeIn(draft: TrailDraft, event: EventReading, signer: TrailSigner): CodeAuthentication {
  const id = event.text("otp");
  const known = id === null ? undefined : draft.byId.codes.get(id);
  if (known) return known;
  const code: CodeAuthentication = {
    code: id,
    channel: null,
    state: "requested",
    requested_at: null,
    requested_by: null,
    expires_at: null,
    sent_to: null,
    sent_to_masked: null,
    personal: "none",
    sent_at: null,
    provider_message_id: null,
    failure: null,
    replaced_by: null,
    deliveries: [],
    tries: [],
    verified_at: null,
    locked_at: null,
    next: null,
  };
  if (id !== null) draft.byId.codes.set(id, code);
  signer.codes.push(code);
  return code;
}

/** The message of an event, to the signer whom the event concerns, or else to the sender. */
export function messageIn(draft: TrailDraft, event: EventReading, to: TrailMessage[]): TrailMessage {
  const id = event.text("message");
  const known = id === null ? undefined : draft.byId.messages.get(id);
  if (known) return known;
  const message: TrailMessage = {
    message: id,
    kind: null,
    channel: null,
    to: null,
    personal: "none",
    sent_at: null,
    provider_message_id: null,
    failures: [],
    deliveries: [],
  };
  if (id !== null) draft.byId.messages.set(id, message);
  to.push(message);
  return message;
}
