import type { Mode } from "./apiKeys/caller.js";
import type { ClientAuthority } from "./ca/clientAuthority.js";
import type { PlatformSeal } from "./ca/platformSeal.js";
import type { SignerAuthority } from "./ca/signerAuthority.js";
import type { CallbackForms } from "./callbacks/callbackForm.js";
import type { Database } from "./database/database.js";
import type { Clock } from "./ports/clock.js";
import type { SecretBox } from "./ports/keyStore.js";
import type { Log } from "./ports/log.js";
import type { Mailer } from "./ports/mailer.js";
import type { ObjectLock } from "./ports/objectLock.js";
import type { ObjectStore } from "./ports/objectStore.js";
import type { OutboundHttp } from "./ports/outboundHttp.js";
import type { Random } from "./ports/random.js";
import type { RemoteDocuments } from "./ports/remoteDocuments.js";
import type { SmsSender } from "./ports/smsSender.js";
import type { TimestampAuthority } from "./ports/timestampAuthority.js";
import type { ValidationData } from "./sealing/validationData.js";
import type { Typefaces } from "./signing/typefaces.js";
import type { TrustAnchors } from "./verification/trustAnchors.js";
import type { Verifier } from "./verification/verificationThreads.js";

/** Bounds on what a stranger can send; each is named in the message of the refusal that it causes. */
export interface Limits {
  readonly documentBytes: number;
  readonly documentPages: number;
  readonly documentsPerOrder: number;
  readonly signersPerOrder: number;
  readonly imageBytes: number;
  /** Text messages to one number in an hour and in a day, and of one tenant in a day. */
  readonly smsPerPhoneHour: number;
  readonly smsPerPhoneDay: number;
  readonly smsPerTenantDay: number;
}

/**
 * What the composition hands to the capabilities. Each use case names the few members that it needs
 * (`Pick<Platform, "database" | "clock">`), so that its signature says what it can touch.
 */
export interface Platform {
  readonly database: Database;
  readonly objectStore: ObjectStore;
  /** Null where the store keeps no locks, or does not keep those that it takes. */
  readonly objectLock: ObjectLock | null;
  /** Null where no e-mail provider is configured. */
  readonly mailer: Mailer | null;
  /** Null where no SMS provider is configured. */
  readonly smsSender: SmsSender | null;
  /** RFC 5322 mailbox that codes are sent from. */
  readonly mailFrom: string;
  /** The one client for addresses that strangers chose. */
  readonly outboundHttp: OutboundHttp;
  /** Whose words orders' own URLs are told in. */
  readonly callbackForms: CallbackForms;
  readonly remoteDocuments: RemoteDocuments;
  readonly signerAuthority: Readonly<Record<Mode, SignerAuthority>>;
  readonly clientAuthority: Readonly<Record<Mode, ClientAuthority>>;
  readonly platformSeal: Readonly<Record<Mode, PlatformSeal>>;
  readonly timestampAuthority: Readonly<Record<Mode, TimestampAuthority>>;
  readonly validationData: Readonly<Record<Mode, ValidationData>>;
  /** What signatures that are verified may lead to. */
  readonly trustAnchors: TrustAnchors;
  readonly verifier: Verifier;
  readonly secretBox: SecretBox;
  readonly typefaces: Typefaces;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly limits: Limits;
  /** Where signers reach the service, without a trailing slash. */
  readonly publicUrl: string;
}
