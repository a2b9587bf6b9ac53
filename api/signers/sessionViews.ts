import type { SignatureMode } from "../hostedPage/pageSettings.js";
import type { SignerPageView } from "../hostedPage/presentPage.js";
import type { SignerState } from "../orders/order.js";
import type { LastCodeView } from "../otp/codeStatus.js";

/** What a signer's page is told; the shape is that of the signer-session API, so names are its own. */
export interface StatusView {
  /** Names this browser; send it back as the header `Paraph-Session` with every call. */
  session: string;
  signer: {
    id: string;
    role: string;
    name: string;
    email: string | null;
    has_signed: boolean;
    signed_at: string | null;
    /** `signing`: recorded; the signature will stand in a moment. */
    state: SignerState;
    /** Whether it is their turn: `none` for whom there is nothing to do. */
    turn: "now" | "later" | "done" | "none";
    can_delegate: boolean;
  };
  request: {
    id: string;
    ref: string | null;
    title: string;
    /**
     * The order's state; `preparing` while its documents are being fetched, `waiting` as long as it is not this signer's
     * turn.
     */
    status: string;
    created_at: string;
    expires_at: string;
    /** Name of whoever asks. */
    sender: string;
    /** What they write to the signers. */
    message: string | null;
    progress: { total: number; signed: number; percentage: number };
  };
  other_signers: {
    role: string;
    name: string;
    has_signed: boolean;
    group: number;
    state: SignerState;
  }[];
  authentication: {
    method: "email" | "sms" | "both" | "none";
    /** The address that the next code goes to, masked; empty where none is asked for. */
    masked_to: string;
    /** Where each code goes, in order, and whether it was given and counts still. */
    channels: { channel: "email" | "sms"; masked_to: string; accepted: boolean }[];
    /** The last code that was sent, and whether it arrived. */
    code: LastCodeView | null;
  };
  /** The order's consent text, which is clause 0. */
  consent: { text: string; sha256: string };
  /** What the signer agrees to, one by one, word for word. */
  clauses: ClauseView[];
  /** Whether each page must be shown to its end before the signer can agree. */
  must_read: boolean;
  /** How many pages there are, and how many were shown to their end. */
  pages: { shown: number; total: number };
  /** How many fields the signer must fill in, and how many are filled. */
  fields: { required: number; filled: number };
  identity: IdentityView;
  /** What of it the signer may correct. */
  editable_identity: ("given_name" | "surname" | "email" | "phone")[];
  /** What the signer is to do, in order. */
  steps: StepView[];
  /** The first step that is to be done now; null when there is none. */
  next_step: StepName | null;
  documents: SessionDocumentView[];
  page: SignerPageView;
  /** How the signer may write their name: one that is not among them is refused. */
  signature_modes: SignatureMode[];
  /** IANA: the zone to show times in; null: the browser's own. */
  time_zone: string | null;
}

/** `act` is signing, or approving. */
export type StepName = "open" | "documents" | "pages" | "fields" | "consents" | "code" | "act";

export interface StepView {
  step: StepName;
  done: boolean;
  /** What to call for it, below the signer's path. */
  call: string;
}

export interface ClauseView {
  position: number;
  text: string;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  sha256: string;
  /** Whether it was agreed to. */
  given: boolean;
}

export interface IdentityView {
  given_name: string;
  surname: string;
  email: string | null;
  phone: string | null;
}

export interface SessionDocumentView {
  id: string;
  name: string;
  kind: "sign" | "info";
  pages: number;
  /** Size in bytes. */
  bytes: number;
  /** SHA-256 of the document as it was given, hexadecimal. */
  sha256: string;
}

export interface DocumentLinksView {
  documents: { id: string; name: string; url: string; expires_at: string }[];
}

export interface SignedDocumentsView extends DocumentLinksView {
  /** The audit trail as a file, with this signer's personal data and nobody else's. */
  audit_url: string;
}

export interface OtpSentView {
  expires_at: string;
  sent_to: string;
  channel: "email" | "sms";
  resend_after_seconds: number;
  /** Number of characters of the code. */
  length: number;
  /** What it is made of. Letters are typed in capitals where it says `uppercase`, and in any case elsewhere. */
  alphabet: "digits" | "letters" | "uppercase" | "mixed";
}

export interface OtpRequest {
  /**
   * The code as typed; blanks and hyphens are passed over.
   * @maxLength 40
   */
  otp: string;
}

export interface OtpVerifiedView {
  /** Where the code goes that is asked for now: have it sent, and give it. Null: there is none. */
  next: "email" | "sms" | null;
  /** Send it as `Authorization: Bearer …` to sign. Null as long as another code is asked for. */
  sessionToken: string | null;
  expires_at: string | null;
}

export interface SessionView {
  /** Send it as `Authorization: Bearer …` to sign. */
  sessionToken: string;
  expires_at: string;
}

export interface SignRequest {
  /** The drawn signature: a PNG, base64. */
  signatureImageBase64?: string;
  /**
   * The name as typed.
   * @minLength 1
   * @maxLength 200
   */
  typedName?: string;
  /**
   * The consent as shown, word for word; left out where it was given before.
   * @maxLength 5000
   */
  consentText?: string;
}

export interface SignView {
  signed_at: string | null;
  all_signed: boolean;
  status: "signed" | "signing";
}

export interface RefuseRequest {
  /**
   * @minLength 1
   * @maxLength 1000
   */
  reason: string;
}

export interface RefuseView {
  refused_at: string;
}
