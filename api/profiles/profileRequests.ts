import type { PageSettings } from "../hostedPage/pageSettings.js";
import type { Branding } from "../messages/branding/branding.js";
import type { TextSlots } from "../messages/branding/texts.js";
import type { OtpSettings } from "../otp/settings.js";
import type { ProfileChange } from "./changeProfile.js";
import type { ProfileSender } from "./profile.js";

/** The body of `POST /v1/profiles`. */
export interface CreateProfileRequest extends ChangeProfileRequest {
  /**
   * Your own name of it, in requests; no other profile of the mode has it.
   * @pattern ^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$
   * @example "crm"
   */
  code: string;
  /**
   * @minLength 1
   * @maxLength 200
   * @example "Customer contracts"
   */
  name: string;
}

/** The body of `PATCH /v1/profiles/{profile}`: each member that is there takes the place of the one before, whole. */
export interface ChangeProfileRequest {
  /** @pattern ^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$ */
  code?: string;
  /**
   * @minLength 1
   * @maxLength 200
   */
  name?: string;
  /** True: the profile of orders that name none. Another one that was it, is it no more. */
  default?: boolean;
  /** Rules of one-time codes, where they differ from ours. */
  otp?: OtpSettings;
  /** Reminders of orders that name none of their own; null for none. */
  reminders?: ProfileRemindersRequest | null;
  /** Who messages come from. */
  sender?: ProfileSender;
  /**
   * Texts of messages by language (BCP 47) and occasion, with placeholders such as `{sender}`, `{title}` and `{code}`;
   * what is left out keeps our words.
   */
  texts?: Record<string, Record<string, TextSlots>>;
  /** Logo and colours. */
  branding?: Branding;
  /** How the signers' page looks, where it leads and who may frame it; an order's own settings go before these, one by one. */
  page?: PageSettings;
}

export interface ProfileRemindersRequest {
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

/** What a request says of a profile; what it leaves out is not among it. */
export function readProfileChange(body: ChangeProfileRequest): ProfileChange {
  const { code, name, otp, reminders, sender, texts, branding, page } = body;
  return {
    ...(code !== undefined && { code }),
    ...(name !== undefined && { name }),
    ...(body.default !== undefined && { isDefault: body.default }),
    ...(otp !== undefined && { otp }),
    ...(reminders !== undefined && { reminders }),
    ...(sender !== undefined && { sender }),
    ...(texts !== undefined && { texts }),
    ...(branding !== undefined && { branding }),
    ...(page !== undefined && { page }),
  };
}
