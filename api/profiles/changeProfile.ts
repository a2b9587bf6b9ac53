import type { Caller } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import { Failure, notFound } from "../failure/failure.js";
import { checkPage } from "../hostedPage/checkPage.js";
import { storedPage } from "../hostedPage/storedPage.js";
import { type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import { newUuid, parsePublicId } from "../ids/id.js";
import { checkBranding, checkSender, checkTexts } from "../messages/branding/checkBranding.js";
import { checkPolicy, resolvePolicy } from "../otp/policy.js";
import type { Platform } from "../platform.js";
import type { Profile } from "./profile.js";
import {
  clearDefault,
  countProfiles,
  findProfile,
  insertProfile,
  lockProfiles,
  type ProfileName,
  updateProfile,
} from "./profileRows.js";

type Needs = Pick<Platform, "database" | "clock" | "random" | "secretBox">;

/** What a caller says of a profile; what is left out keeps its value. */
export type ProfileChange = Partial<
  Pick<
    Profile,
    "code" | "name" | "isDefault" | "otp" | "reminders" | "sender" | "texts" | "branding" | "page"
  >
>;

/** Profiles of one mode that a tenant can have. */
const mostProfiles = 200;

/** How a caller names a profile: by its id, or by its code. */
export function profileName(text: string): ProfileName {
  const id = parsePublicId("prf", text);
  if (id !== null) return { id, code: null };
  // What cannot be a code names none; the empty one is nobody's.
  return { id: null, code: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text) ? text : "" };
}

/** Makes a profile in the caller's mode. @throws Failure `field_invalid` */
export async function createProfile<View>(
  platform: Needs,
  caller: Caller,
  change: ProfileChange & Pick<Profile, "code" | "name">,
  idempotency: IdempotencyKey | null,
  present: (profile: Profile) => View,
): Promise<Outcome<View>> {
  const now = platform.clock.now();
  const profile = checked({
    id: newUuid(platform.clock, platform.random),
    mode: caller.mode,
    isDefault: false,
    otp: {},
    reminders: null,
    sender: {},
    texts: {},
    branding: {},
    page: {},
    ...change,
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
  });
  return changeProfiles(platform, caller, idempotency, present, async (transaction) => {
    if ((await countProfiles(transaction, caller.mode)) >= mostProfiles) {
      throw new Failure(
        "field_invalid",
        `A tenant has at most ${mostProfiles} profiles; archive one first.`,
        {
          param: "code",
          extensions: { limit: mostProfiles },
        },
      );
    }
    await requireOwnCode(transaction, profile);
    if (profile.isDefault) await clearDefault(transaction, caller.mode, profile.id);
    await insertProfile(transaction, profile);
    return profile;
  });
}

/** Changes a profile; it counts for what is sent from then on. @throws Failure `not_found`, `field_invalid` */
export async function patchProfile<View>(
  platform: Needs,
  caller: Caller,
  name: ProfileName,
  change: ProfileChange,
  idempotency: IdempotencyKey | null,
  present: (profile: Profile) => View,
): Promise<Outcome<View>> {
  return changeProfiles(platform, caller, idempotency, present, async (transaction) => {
    const before = await findProfile(transaction, caller.mode, name);
    if (!before) throw notFound("profile");
    const profile = checked({ ...before, ...change, updatedAt: platform.clock.now() });
    await requireOwnCode(transaction, profile);
    if (profile.isDefault) await clearDefault(transaction, caller.mode, profile.id);
    await updateProfile(transaction, profile);
    return profile;
  });
}

/** Archives a profile: its orders keep it, and no other order gets it. @throws Failure `not_found` */
export async function archiveProfile<View>(
  platform: Needs,
  caller: Caller,
  name: ProfileName,
  idempotency: IdempotencyKey | null,
  present: (profile: Profile) => View,
): Promise<Outcome<View>> {
  return changeProfiles(platform, caller, idempotency, present, async (transaction) => {
    const before = await findProfile(transaction, caller.mode, name);
    if (!before) throw notFound("profile");
    const now = platform.clock.now();
    const profile: Profile = { ...before, isDefault: false, updatedAt: now, archivedAt: now };
    await updateProfile(transaction, profile);
    return profile;
  });
}

async function changeProfiles<View>(
  platform: Needs,
  caller: Caller,
  idempotency: IdempotencyKey | null,
  present: (profile: Profile) => View,
  change: (transaction: Transaction) => Promise<Profile>,
): Promise<Outcome<View>> {
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, idempotency, async () => {
      await lockProfiles(transaction, caller.mode);
      return present(await change(transaction));
    }),
  );
}

/** A profile in the form in which it is kept. @throws Failure `field_invalid` */
function checked(profile: Profile): Profile {
  const { mode, code, otp, sender, texts, branding, page } = profile;
  if (parsePublicId("prf", code) !== null) {
    throw new Failure("field_invalid", "code must not have the form of a profile's id.", { param: "code" });
  }
  if (sender.sms_sender !== undefined && !/[A-Za-z]/.test(sender.sms_sender)) {
    // A number would be somebody's.
    throw new Failure("field_invalid", "sender.sms_sender must have a letter.", {
      param: "sender.sms_sender",
    });
  }
  checkPolicy(resolvePolicy(otp), "otp");
  checkSender(sender);
  checkTexts(texts);
  checkBranding(branding);
  checkPage(page, mode, "page");
  return { ...profile, page: storedPage(page) };
}

/** @throws Failure `field_invalid` when another profile has the code */
async function requireOwnCode(transaction: Transaction, { id, mode, code }: Profile): Promise<void> {
  const other = await findProfile(transaction, mode, { id: null, code });
  if (other && other.id !== id) {
    throw new Failure("field_invalid", `Another profile has the code ${code}.`, { param: "code" });
  }
}
