import type { Transaction } from "../database/transaction.js";
import { Failure } from "../failure/failure.js";
import type { Platform } from "../platform.js";

/** One count that a text message is part of. */
interface Cap {
  readonly name: "phone_hour" | "phone_day" | "tenant_day";
  readonly subject: Buffer;
  readonly most: number;
  readonly start: Date;
  readonly end: Date;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * Counts a text message to a number, in the transaction that lets it go out. Somebody who is paid for messages that
 * arrive can make others send many; nobody can make us send more than this, whatever number of orders they have.
 * Numbers are counted by a MAC, in hours and days of UTC.
 * @param phone E.164
 * @throws Failure `sms_limit_reached`, and then nothing is counted, because the transaction does not commit
 */
export async function countSend(
  platform: Pick<Platform, "limits" | "secretBox" | "clock">,
  transaction: Transaction,
  phone: string,
): Promise<void> {
  const now = platform.clock.now();
  const caps = capsOn(platform, transaction.tenantId, phone, now);
  const [phoneHour, phoneDay, tenantDay] = caps;
  // The tenant's row last: it is the one that everybody waits for.
  const counted = await transaction.query<{ subject: Buffer }>(
    `INSERT INTO send_counters (tenant_id, subject, window_start, sends, expires_at)
     SELECT :tenant::uuid, c.subject, c.window_start, 1, c.expires_at
     FROM (VALUES (1, :phoneHour::bytea, :hour::timestamptz, :hourEnd::timestamptz),
       (2, :phoneDay::bytea, :day::timestamptz, :dayEnd::timestamptz),
       (3, :tenantDay::bytea, :day::timestamptz, :dayEnd::timestamptz))
       AS c (place, subject, window_start, expires_at)
     ORDER BY c.place
     ON CONFLICT (tenant_id, subject, window_start) DO UPDATE SET sends = send_counters.sends + 1
     WHERE send_counters.sends < CASE send_counters.subject
       WHEN :phoneHour::bytea THEN :perPhoneHour::integer
       WHEN :phoneDay::bytea THEN :perPhoneDay::integer
       ELSE :perTenantDay::integer END
     RETURNING subject`,
    {
      phoneHour: phoneHour.subject,
      phoneDay: phoneDay.subject,
      tenantDay: tenantDay.subject,
      hour: phoneHour.start,
      hourEnd: phoneHour.end,
      day: phoneDay.start,
      dayEnd: phoneDay.end,
      perPhoneHour: phoneHour.most,
      perPhoneDay: phoneDay.most,
      perTenantDay: tenantDay.most,
    },
  );
  const reached = caps.filter((cap) => !counted.some(({ subject }) => cap.subject.equals(subject)));
  const last = reached.sort((a, b) => a.end.getTime() - b.end.getTime()).at(-1);
  if (last) throw limitReached(last, now);
}

function capsOn(
  platform: Pick<Platform, "limits" | "secretBox">,
  tenantId: string,
  phone: string,
  now: Date,
): [Cap, Cap, Cap] {
  const { smsPerPhoneHour, smsPerPhoneDay, smsPerTenantDay } = platform.limits;
  const cap = (name: Cap["name"], of: string, most: number, lengthMs: number): Cap => {
    const start = Math.floor(now.getTime() / lengthMs) * lengthMs;
    const text = Buffer.from(`${name}\n${tenantId}\n${of}`, "utf8");
    const subject = Buffer.from(platform.secretBox.mac(text, "send counter"));
    return { name, subject, most, start: new Date(start), end: new Date(start + lengthMs) };
  };
  return [
    cap("phone_hour", phone, smsPerPhoneHour, hourMs),
    cap("phone_day", phone, smsPerPhoneDay, dayMs),
    cap("tenant_day", "", smsPerTenantDay, dayMs),
  ];
}

function limitReached({ name, most, end }: Cap, now: Date): Failure {
  const wait = Math.ceil((end.getTime() - now.getTime()) / 1000);
  const what = {
    phone_hour: `one number in an hour (SMS_PER_PHONE_HOUR)`,
    phone_day: `one number in a day (SMS_PER_PHONE_DAY)`,
    tenant_day: `all numbers of one tenant in a day (SMS_PER_TENANT_DAY)`,
  }[name];
  return new Failure(
    "sms_limit_reached",
    `${most} text messages have gone to ${what}, the most that do; the next can go at ${end.toISOString()}.`,
    { extensions: { cap: name, limit: most, retry_after: wait } },
  );
}

/** The sweeper's part: deletes the counts of a subject whose time is over. @param subject hexadecimal */
export async function forgetCounts(
  platform: Pick<Platform, "database" | "clock">,
  tenantId: string,
  subject: string,
): Promise<boolean> {
  const deleted = await platform.database.withTenant(tenantId, (transaction) =>
    transaction.query(
      `DELETE FROM send_counters WHERE tenant_id = :tenant AND subject = decode(:subject, 'hex') AND expires_at <= :now
       RETURNING subject`,
      { subject, now: platform.clock.now() },
    ),
  );
  return deleted.length > 0;
}
