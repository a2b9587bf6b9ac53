import { testDelivery } from "../../delivery/testAddresses.js";
import type { Platform } from "../../platform.js";
import { DeliveryError } from "../../ports/delivery.js";
import type { Email } from "../../ports/mailer.js";
import { retryAt } from "../../work/retryAt.js";
import type { Notice } from "./notice.js";
import { readNoticeCircumstances } from "./noticeCircumstances.js";
import { claimNotice, concludeNotice, type NoticeOutcome } from "./noticeRows.js";
import { writeNotice } from "./writeNotice.js";

type Needs = Pick<Platform, "database" | "mailer" | "mailFrom" | "publicUrl" | "clock" | "log">;

/** Longer than handing it over can take, by the providers' own time limits. */
const leaseSeconds = 180;
const giveUpDays = 3;

/**
 * Sends one notice. May run twice, in two processes at once: one of them takes it up. Where a process dies between
 * handing it over and recording that, it is handed over again under the same id, by which those who carry it can know it.
 * @returns whether it came to an end; false also where somebody else is at it
 */
export async function sendNotice(platform: Needs, tenantId: string, id: string): Promise<boolean> {
  const now = platform.clock.now();
  const leaseUntil = new Date(now.getTime() + leaseSeconds * 1000);
  const taken = await platform.database.withTenant(tenantId, async (transaction) => {
    const notice = await claimNotice(transaction, id, now, leaseUntil);
    return notice && { notice, circumstances: await readNoticeCircumstances(transaction, notice.endpointId) };
  });
  if (taken === null) return false;
  const { notice, circumstances } = taken;
  const outcome = await tryNotice(platform, notice, () => writeNotice(platform, circumstances, notice));
  await platform.database.withTenant(tenantId, (transaction) =>
    concludeNotice(transaction, notice, outcome, platform.clock.now()),
  );
  return outcome.state !== "pending";
}

async function tryNotice(
  platform: Needs,
  notice: Notice,
  written: () => Email | null,
): Promise<NoticeOutcome> {
  try {
    const email = written();
    if (email === null) return { state: "dropped" };
    await hand(platform, notice, email);
    return { state: "sent" };
  } catch (error) {
    return afterFailure(platform, notice, error);
  }
}

async function hand(platform: Needs, { mode }: Notice, email: Email): Promise<void> {
  const test = testDelivery(mode, email.to);
  if (test === "rejected" || test === "unavailable") {
    throw new DeliveryError(test, "A test address for which this is what happens.");
  }
  if (test !== null) return;
  if (!platform.mailer) throw new DeliveryError("rejected", "No e-mail provider is configured.");
  await platform.mailer.send(email);
}

/** Tries again, later each time, for three days; what is refused for good is not tried again. */
function afterFailure(platform: Needs, notice: Notice, error: unknown): NoticeOutcome {
  const reason = error instanceof DeliveryError ? error.code : "fault";
  platform.log.warn({ notice: notice.id, kind: notice.kind, error }, "a notice could not be sent");
  const now = platform.clock.now();
  const isOld = now.getTime() - notice.createdAt.getTime() > giveUpDays * 86_400_000;
  if (reason === "rejected" || isOld) return { state: "failed", error: reason };
  return { state: "pending", retryAt: retryAt(now, notice.attempts), error: reason };
}
