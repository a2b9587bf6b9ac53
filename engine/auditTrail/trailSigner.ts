import type { At, Detail, Disclosure, TrailActor } from "./parts.js";
import type { CodeAuthentication, StatedAuthentication } from "./trailAuthentication.js";
import type { TrailMessage } from "./trailMessage.js";
import type {
  ConsentGiven,
  DocumentHandled,
  FieldsFilled,
  PagesShown,
  SignatureRequest,
  SignerCertificate,
  SignerSignature,
  SigningKeyEnd,
} from "./trailSigning.js";

/** Somebody who was asked to act in the order, with all that they did and that was done about them. */
export interface TrailSigner {
  signer: string;
  /** `signer`, `approver`, `witness` or `copy`. */
  role: string | null;
  group: number | null;
  witness_of: string | null;
  /** BCP 47. */
  language: string | null;
  /** Where codes are asked for: `email`, `sms`, `both`, `none`. */
  authentication: string | null;
  /** As they stand by now, corrections counted. */
  person: TrailPerson | null;
  personal: Disclosure;
  state: TrailSignerState;
  added_at: string | null;
  added_by: TrailActor | null;
  /** In whose place they are. */
  in_place_of: string | null;
  replacement: Replacement | null;
  decision: Decision | null;
  changes: SignerChange[];
  visits: Visit[];
  codes: CodeAuthentication[];
  unlocks: (At & { by: TrailActor })[];
  statements: StatedAuthentication[];
  documents: DocumentHandled[];
  pages: PagesShown[];
  fields: FieldsFilled[];
  consents: ConsentGiven[];
  requests: SignatureRequest[];
  certificates: SignerCertificate[];
  signatures: SignerSignature[];
  keys: SigningKeyEnd[];
  messages: TrailMessage[];
  reminders: (At & { by: TrailActor; automatic: boolean | null })[];
}

export type TrailSignerState =
  | "waiting"
  | "opened"
  | "signing"
  | "signed"
  | "approved"
  | "refused"
  | "removed"
  | "replaced"
  | "delegated";

export interface TrailPerson {
  given_name: string | null;
  surname: string | null;
  email: string | null;
  phone: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** The sender's own id of them. */
  external_id: string | null;
}

/** Whoever has come into a signer's place. */
export interface Replacement extends At {
  how: "replaced" | "delegated";
  by: TrailActor;
  signer: string | null;
  reason: string | null;
}

/** That somebody has signed, approved or refused. */
export interface Decision extends At {
  what: "signed" | "approved" | "refused";
  by: TrailActor;
  reason: string | null;
}

interface SignerChange extends At {
  by: TrailActor;
  fields: string[];
  before: Detail[];
  after: Detail[];
  personal: Disclosure;
}

/** Where somebody came from: one address and browser, as the server saw them. */
export interface Visit {
  by: TrailActor;
  ip: string | null;
  user_agent: string | null;
  /** Which of the signer's browsers, as the server named it. */
  session: string | null;
  first_at: string;
  last_at: string;
  /** Numbers of the events. */
  steps: number[];
}
