/** What a signer's page is told; the shape is that of the signer-session API, so names are its own. */
export interface StatusView {
  signer: {
    id: string;
    role: string;
    name: string;
    email: string | null;
    has_signed: boolean;
    signed_at: string | null;
    /** `signing`: recorded; the signature will stand in a moment. */
    state: "waiting" | "opened" | "signing" | "signed" | "refused";
  };
  request: {
    id: string;
    ref: string | null;
    title: string;
    status: string;
    created_at: string;
    expires_at: string;
    /** Name of the tenant who asks. */
    sender: string;
    progress: { total: number; signed: number; percentage: number };
  };
  other_signers: { role: string; name: string; has_signed: boolean }[];
  authentication: { method: "email" | "sms"; masked_to: string };
  consent: { text: string; sha256: string };
  documents: SessionDocumentView[];
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

/** A place to sign: points from the top left of the page as seen. */
export interface PositionView {
  document_id: string;
  role: string;
  page: number;
  x: number;
  y: number;
  w: number;
  h: number;
  kind: "signature";
  label: string;
}

export interface OtpSentView {
  expires_at: string;
  sent_to: string;
  channel: "email" | "sms";
  resend_after_seconds: number;
}

export interface OtpRequest {
  /**
   * The code as typed; blanks and hyphens are passed over.
   * @maxLength 40
   */
  otp: string;
}

export interface OtpVerifiedView {
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
   * The consent as shown, word for word.
   * @maxLength 5000
   */
  consentText: string;
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
