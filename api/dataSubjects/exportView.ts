import type { EventView } from "../audit/eventView.js";

/** One order in which the person is a signer, with everything that is kept of them in it. */
export interface SubjectOrderView {
  order: string;
  title: string;
  state: string;
  created_at: string;
  /** Until when the order's documents are kept; null while it runs. */
  documents_until: string | null;
  /** Until when everything else about the order is kept. */
  evidence_until: string | null;
  signer: SubjectSignerView;
  /** What they filled in. */
  fields: {
    name: string | null;
    label: string | null;
    kind: string;
    document: string;
    value: string | null;
    /** Of a signature that does not look as signatures do: what is written in it. */
    lines: string[];
  }[];
  /** Messages that were sent to them. */
  messages: { kind: string; channel: string; sent_at: string | null; delivery: string | null }[];
  /** The certificate that was issued in their name, DER in base64. */
  certificates: string[];
  /** What the audit trail tells of them, with addresses and devices; the documents themselves are not in it. */
  events: EventView[];
}

export interface SubjectSignerView {
  id: string;
  role: string;
  given_name: string;
  surname: string;
  country: string;
  email: string | null;
  phone: string | null;
  /** Where codes went instead of those. */
  code_contact: string | null;
  language: string;
  external_id: string | null;
  state: string;
  opened_at: string | null;
  signed_at: string | null;
  approved_at: string | null;
  refused_at: string | null;
  /** The name as they typed it for their signature. */
  typed_name: string | null;
}

/** What is kept of a person (GDPR Articles 15 and 20), a page of it. */
export interface SubjectExportView {
  object: "data_subject_export";
  made_at: string;
  data: SubjectOrderView[];
  has_more: boolean;
  /** Pass it as `cursor` to get the next page; null on the last. */
  next_cursor: string | null;
}
