import type { At, Detail, TrailActor } from "./parts.js";

/** The order as such: what was asked for, until when, and how it ended. */
export interface Procedure {
  order: string;
  /** `test` or `live`. */
  mode: string | null;
  /** Name of the organisation that asks for signatures, as it was then. */
  tenant: string | null;
  title: string | null;
  /** BCP 47. */
  language: string | null;
  /** `draft`, `open`, or how it ended. */
  state: ProcedureState;
  created_at: string | null;
  created_by: TrailActor | null;
  sent_at: string | null;
  sent_by: TrailActor | null;
  /** As it is by now, extensions counted; in the order's own time. */
  expires_at: string | null;
  profile: string | null;
  template: string | null;
  /** Whether signers and sender are written to. */
  notify: boolean | null;
  /** Whether each page must have been shown to its end. */
  must_read: boolean | null;
  allow_delegation: boolean | null;
  /** What of their own identity data signers may correct. */
  editable_identity: string[];
  reminder_days: number | null;
  reminder_count: number | null;
  /** How long documents and evidence are kept from the end on, ISO 8601; whether they are deposited for the full term. */
  retain_documents: string | null;
  retain_evidence: string | null;
  archive: boolean | null;
  changes: ProcedureChange[];
  extensions: Extension[];
  /** A test order's time, moved on. */
  clock: ClockAdvance[];
  end: ProcedureEnd | null;
}

export type ProcedureState = "draft" | "open" | "completed" | "refused" | "cancelled" | "expired" | "failed";

interface ProcedureChange extends At {
  by: TrailActor;
  fields: string[];
  /** What of the rules told here is another from then on (`title`, `retain_documents` …), as it was and as it is. */
  before: Detail[];
  after: Detail[];
}

export interface Extension extends At {
  by: TrailActor;
  from: string | null;
  to: string | null;
}

interface ClockAdvance extends At {
  by: TrailActor;
  seconds: number | null;
  /** What the order's clock has shown from then on. */
  now: string | null;
}

interface ProcedureEnd extends At {
  by: TrailActor;
  /** Who refused. */
  signer: string | null;
  reason: string | null;
  /** Where a document could not be sealed: the lowest level that signatures are left with, and why. */
  level: string | null;
  unsealed: string | null;
}
