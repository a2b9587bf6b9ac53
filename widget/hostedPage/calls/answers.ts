/** What the server answers to a signer's page. Times are ISO 8601 strings in UTC. */

export interface SignerStatus {
  /** Names this browser; sent back with every call. */
  readonly session: string;
  readonly signer: {
    readonly id: string;
    readonly role: string;
    readonly name: string;
    readonly email: string | null;
    readonly has_signed: boolean;
    readonly signed_at: string | null;
    /** `signing` while the signature is recorded and not yet placed; `refused` when this signer refused. */
    readonly state: string;
    readonly can_delegate: boolean;
  };
  readonly request: {
    readonly id: string;
    readonly ref: string | null;
    readonly title: string;
    /**
     * `cancelled`, `expired`, `refused`, `failed`, `waiting` (for others) and `preparing` (documents are to come) have a
     * meaning here; all else is open.
     */
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
  readonly authentication: {
    readonly method: "email" | "sms" | "both" | "none";
    readonly masked_to: string;
    /** Where each code goes, in order, and whether it was given. */
    readonly channels: readonly {
      readonly channel: "email" | "sms";
      readonly masked_to: string;
      readonly accepted: boolean;
    }[];
  };
  readonly consent: { readonly text: string };
  /** What is agreed to, one by one; the first is the consent. */
  readonly clauses: readonly { readonly position: number; readonly text: string; readonly given: boolean }[];
  /** Whether each page must be shown to its end before anything is agreed to. */
  readonly must_read: boolean;
  readonly identity: Identity;
  readonly editable_identity: readonly (keyof Identity)[];
  readonly documents: readonly DocumentToRead[];
  readonly page: PageSettings;
  readonly signature_modes: readonly ("typed" | "drawn")[];
  /** IANA: the zone to show times in; null: the browser's own. */
  readonly time_zone: string | null;
}

/** How the order wants its page. */
export interface PageSettings {
  readonly theme: PageTheme | null;
  readonly logo_url: string | null;
  readonly hide: readonly ("sidebar" | "header" | "download_source" | "download_signed")[];
  /** Null as long as the signer is not done. */
  readonly complete_url: string | null;
  /** Null once the signer is done. */
  readonly cancel_url: string | null;
}

/** Colours, `#rrggbb`, by the name of what is in them, as `sidebar_background`. */
export interface PageTheme {
  readonly light: Readonly<Record<string, string>>;
  readonly dark: Readonly<Record<string, string>>;
}

export interface Identity {
  readonly given_name: string;
  readonly surname: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** How far a document was read. */
export interface DocumentReading {
  readonly document_id: string;
  readonly pages: number;
  readonly shown: readonly { readonly first: number; readonly last: number }[];
  /** The page to hand in next, where that must be. */
  readonly next: { readonly page: number; readonly ticket: string; readonly not_before: string } | null;
}

/** Who shall sign in this signer's place. */
export interface Delegate {
  readonly given_name: string;
  readonly surname: string;
  readonly email?: string;
  readonly phone?: string;
  readonly reason: string;
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
  /** Key of what is filled in. */
  readonly id: string;
  readonly document_id: string;
  readonly role: string;
  /** From 1. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly kind: "signature" | "initials" | "text" | "date" | "checkbox" | "name";
  readonly label: string | null;
  readonly name: string | null;
  readonly required: boolean;
  readonly read_only: boolean;
  /** A date as `YYYY-MM-DD`, a checkbox as `true` or `false`. */
  readonly value: string | null;
  /** Whether something stands in it. */
  readonly filled: boolean;
  /** Of a signature: whether it looks as the sender says, whatever the signer types or draws. */
  readonly own_appearance: boolean;
  readonly options: { readonly max_length: number | null; readonly multiline: boolean };
}

export interface CodeSent {
  readonly expires_at: string;
  /** The address or number, masked. */
  readonly sent_to: string;
  readonly channel: "email" | "sms";
  readonly resend_after_seconds: number;
  /** Number of characters. */
  readonly length: number;
  readonly alphabet: "digits" | "letters" | "uppercase" | "mixed";
}

export interface CodeVerified {
  /** The channel of one more code that is asked for; null: none. */
  readonly next: "email" | "sms" | null;
  /** Null as long as another code is asked for. */
  readonly sessionToken: string | null;
  readonly expires_at: string | null;
}

export interface Session {
  readonly sessionToken: string;
  readonly expires_at: string;
}

export interface SignatureGiven {
  /** PNG, base64, without a `data:` prefix. */
  readonly signatureImageBase64?: string;
  readonly typedName?: string;
  /** The consent as it was shown, word for word; left out where it was given before. */
  readonly consentText?: string;
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
