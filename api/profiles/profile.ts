import type { Mode } from "../apiKeys/caller.js";
import type { PageSettings } from "../hostedPage/pageSettings.js";
import type { Branding, SenderSettings } from "../messages/branding/branding.js";
import type { Texts } from "../messages/branding/texts.js";
import type { OtpSettings } from "../otp/settings.js";

/** An application of a tenant's: how its orders' codes, messages and pages are. */
export interface Profile {
  readonly id: string;
  readonly mode: Mode;
  /** The tenant's own name of it, in requests. */
  readonly code: string;
  readonly name: string;
  /** Whether orders that name no profile have this one. */
  readonly isDefault: boolean;
  readonly otp: OtpSettings;
  readonly reminders: ProfileReminders | null;
  readonly sender: ProfileSender;
  readonly texts: Texts;
  readonly branding: Branding;
  /** Of its orders' signers. */
  readonly page: PageSettings;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** From then on no order can name it; those that have it keep it. */
  readonly archivedAt: Date | null;
}

export interface ProfileReminders {
  readonly days: number;
  readonly count: number;
}

/** Who messages come from. */
export interface ProfileSender extends SenderSettings {
  /**
   * Name that text messages come from, where the carriers of a country take one: letters and digits, a letter among
   * them. The service's number by default.
   * @pattern ^[A-Za-z0-9]{1,11}$
   */
  sms_sender?: string;
}
