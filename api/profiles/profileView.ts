import type { PageSettings } from "../hostedPage/pageSettings.js";
import { type PageCorrection, pageCorrections } from "../hostedPage/pageTheme.js";
import { publicId } from "../ids/id.js";
import type { Branding } from "../messages/branding/branding.js";
import type { TextSlots } from "../messages/branding/texts.js";
import { guessingOdds, resolvePolicy } from "../otp/policy.js";
import type { OtpSettings } from "../otp/settings.js";
import type { Profile, ProfileSender } from "./profile.js";

/** An application profile as the API shows it. */
export interface ProfileView {
  id: string;
  object: "profile";
  mode: "test" | "live";
  code: string;
  name: string;
  default: boolean;
  /** Rules of one-time codes, as far as they differ from ours. */
  otp: OtpSettings;
  /** The rules that follow from it. */
  otp_policy: Required<OtpSettings>;
  /** Whoever guesses at one signer's codes for a day finds one in so many cases. */
  otp_odds_one_in: number;
  reminders: { days: number; count: number } | null;
  sender: ProfileSender;
  texts: Record<string, Record<string, TextSlots>>;
  branding: Branding;
  page: PageSettings;
  /** Colours of the page that could not be read as they were chosen, and what is shown in their place where it is light. */
  page_corrections: PageCorrection[];
  created_at: string;
  updated_at: string;
  archived_at: string | null;
}

/** A profile with the policy of codes that follows from it. */
export function presentProfile(profile: Profile): ProfileView {
  const policy = resolvePolicy(profile.otp);
  return {
    id: publicId("prf", profile.id),
    object: "profile",
    mode: profile.mode,
    code: profile.code,
    name: profile.name,
    default: profile.isDefault,
    otp: profile.otp,
    otp_policy: {
      length: policy.length,
      alphabet: policy.alphabet,
      lifetime_seconds: policy.lifeSeconds,
      tries: policy.maxTries,
      codes: policy.maxCodes,
      pause_seconds: policy.pauseSeconds,
      reusable: policy.reusable,
    },
    otp_odds_one_in: guessingOdds(policy),
    reminders: profile.reminders && { ...profile.reminders },
    sender: profile.sender,
    texts: { ...profile.texts } as ProfileView["texts"],
    branding: profile.branding,
    page: profile.page,
    page_corrections: pageCorrections(profile.page.colors),
    created_at: profile.createdAt.toISOString(),
    updated_at: profile.updatedAt.toISOString(),
    archived_at: profile.archivedAt?.toISOString() ?? null,
  };
}
