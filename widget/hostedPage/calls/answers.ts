/** What the server answers to a signer's page. Times are ISO 8601 strings in UTC. */

export interface SignerStatus {
  readonly signer: {
    readonly id: string;
    readonly role: string;
    readonly name: string;
    readonly email: string | null;
    readonly has_signed: boolean;
    readonly signed_at: string | null;
    /** `signing` while the signature is recorded and not yet placed; `refused` when this signer refused. */
    readonly state: string;
  };
  readonly request: {
    readonly id: string;
    readonly ref: string | null;
    readonly title: string;
    /** `cancelled`, `expired`, `refused`, `failed` and `waiting` (for others) have a meaning here; all else is open. */
    readonly status: string;
    readonly created_at: string;
    readonly expires_at: string | null;
    /** Who asks, as the signer should see it. */
    readonly sender: string | null;
    readonly progress: { readonly total: number; readonly signed: number; readonly percentage: number };
  };
  readonly other_signers: readonly {
    readonly role: string;
    readonly name: string;
    readonly has_signed: boolean;
  }[];
  readonly authentication: { readonly method: "email" | "sms"; readonly masked_to: string };
  readonly consent: { readonly text: string };
  readonly documents: readonly DocumentToRead[];
}

export interface DocumentToRead {
  readonly id: string;
  readonly name: string;
  readonly kind: "sign" | "info";
  readonly pages: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface DocumentLink {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly expires_at: string;
}

/** A place on a page as it is seen, in points from its top left. */
export interface Placement {
  readonly document_id: string;
  readonly role: string;
  /** From 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly kind: "signature" | "text" | "date" | "checkbox";
  readonly label: string | null;
}

export interface CodeSent {
  readonly expires_at: string;
  /** The address or number, masked. */
  readonly sent_to: string;
  readonly channel: "email" | "sms";
  readonly resend_after_seconds: number;
}

export interface CodeVerified {
  readonly sessionToken: string;
  readonly expires_at: string;
}

export interface SignatureGiven {
  /** PNG, base64, without a `data:` prefix. */
  readonly signatureImageBase64?: string;
  readonly typedName?: string;
  /** The consent as it was shown, word for word. */
  readonly consentText: string;
}

export interface Signed {
  readonly signed_at: string | null;
  readonly all_signed: boolean;
  /** `signing` while the signature is still being placed. */
  readonly status: string;
}

export interface SignedDocuments {
  readonly documents: readonly { readonly id: string; readonly name: string; readonly url: string }[];
  readonly audit_url: string | null;
}
