import type { CallbackRequest } from "../callbacks/callbackRequest.js";
import { type PageSettings, signatureModes } from "../hostedPage/pageSettings.js";
import type { OtpSettings } from "../otp/settings.js";
import { type RetentionRequest, readTerms } from "../retention/retentionRequest.js";
import type { NewOrder } from "./newOrder.js";

/** What of an order a template can set ahead. */
export interface OrderSettingsRequest extends OrderRulesRequest {
  /** Where each order tells what happens to it, unless it names another place or none. */
  callback?: CallbackRequest;
}

/** An order's rules. */
export interface OrderRulesRequest {
  /**
   * What a signer agrees to, word for word; left out, a default text in the signer's language.
   * @minLength 1
   * @maxLength 5000
   */
  consent_text?: string;
  /**
   * Further clauses that each signer agrees to one by one, word for word; 20 at most, of 2000 characters each.
   * @maxItems 20
   */
  consent_clauses?: string[];
  /** Up to 50 keys of 40 characters, with values of 500. */
  metadata?: Record<string, string>;
  /**
   * Words of your own to find orders by; 20 at most, of 1 to 60 characters.
   * @maxItems 20
   */
  labels?: string[];
  /**
   * The application profile, by its code or id: policy of codes, sender, texts, branding. The default one if left out.
   * @minLength 1
   * @maxLength 64
   */
  profile?: string;
  /**
   * What the sender writes to the signers.
   * @minLength 1
   * @maxLength 2000
   */
  message?: string;
  /**
   * BCP 47: the language of the audit trail and of what else is written about the order as a whole; the first signer's
   * by default.
   * @minLength 2
   * @maxLength 35
   */
  language?: string;
  /** Who sends the order: named to the signers, and told how it ends. */
  sender?: SenderRequest;
  /** False: nobody is written to; you give the signers their links. True by default. */
  notify?: boolean;
  /**
   * True: in the end the signed documents are mailed to the signers, attached up to 10 MiB together, although `notify` is
   * false.
   */
  mail_documents?: boolean;
  /** True: a signer must have been shown each page of each document to its end. */
  must_read?: boolean;
  /** True: a signer may name somebody else to act in their place. */
  allow_delegation?: boolean;
  /** What of their own identity data signers may correct before they sign. */
  editable_identity?: ("given_name" | "surname" | "email" | "phone")[];
  /** How the signers' page looks, where it leads and who may frame it; what is left out is as the profile says. */
  page?: PageSettings;
  /**
   * How signers may write their names: with the keyboard, by hand, or either, which is the default.
   * @minItems 1
   * @maxItems 2
   */
  signature_modes?: ("typed" | "drawn")[];
  /**
   * IANA name of the time zone that signers are shown times in, as `Europe/Paris`: on their page, where it is their
   * browser's own by default; in e-mails, where it is the profile's; in visible signatures, where it is UTC. The audit
   * trail is in UTC.
   * @minLength 1
   * @maxLength 64
   */
  time_zone?: string;
  /** Settings of one-time codes that differ from those of the profile. */
  otp?: OtpSettings;
  /** Reminders to signers whose turn it is; as the profile says by default. */
  reminders?: RemindersRequest;
  /** How long documents and evidence are kept after the order's end; as your settings say by default. */
  retention?: RetentionRequest;
}

export interface SenderRequest {
  /**
   * @minLength 1
   * @maxLength 200
   */
  name?: string;
  /**
   * @pattern ^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]+$
   * @maxLength 254
   */
  email?: string;
}

export interface RemindersRequest {
  /**
   * Days between two reminders.
   * @isInt
   * @minimum 1
   * @maximum 90
   */
  days: number;
  /**
   * How many at most.
   * @isInt
   * @minimum 1
   * @maximum 20
   */
  count: number;
}

/** What rules say of an order, with what holds where they are silent. */
export function readSettings(
  settings: OrderRulesRequest,
): Omit<
  NewOrder,
  | "title"
  | "externalId"
  | "draft"
  | "fetchLater"
  | "templateId"
  | "expiresAt"
  | "callback"
  | "documents"
  | "signers"
> {
  return {
    consentText: settings.consent_text ?? null,
    consentClauses: settings.consent_clauses ?? [],
    metadata: settings.metadata ?? {},
    labels: [...new Set(settings.labels ?? [])],
    profile: settings.profile ?? null,
    message: settings.message ?? null,
    language: settings.language ?? null,
    sender: { name: settings.sender?.name ?? null, email: settings.sender?.email ?? null },
    notify: settings.notify ?? true,
    mailDocuments: settings.mail_documents ?? false,
    mustRead: settings.must_read ?? false,
    delegation: settings.allow_delegation ?? false,
    editableIdentity: [...new Set(settings.editable_identity ?? [])],
    page: settings.page ?? null,
    signatureModes: [...new Set(settings.signature_modes ?? signatureModes)],
    timeZone: settings.time_zone ?? null,
    otp: settings.otp ?? null,
    reminders: settings.reminders ?? null,
    retention: readTerms(settings.retention),
  };
}
