import type { Transaction } from "../../database/transaction.js";
import { Failure } from "../../failure/failure.js";
import type { Platform } from "../../platform.js";

/** Tests of an endpoint in a minute, at most: each makes us dial, and somebody wait. */
const mostInMinute = 10;

const minuteMs = 60_000;

/**
 * Counts a test of an endpoint, in the transaction that writes it down.
 * @throws Failure `rate_limited`, and then nothing is counted, because the transaction does not commit
 */
export async function countTest(
  { clock, secretBox }: Pick<Platform, "clock" | "secretBox">,
  transaction: Transaction,
  endpointId: string,
): Promise<void> {
  const now = clock.now().getTime();
  const start = Math.floor(now / minuteMs) * minuteMs;
  const text = Buffer.from(`endpoint_test\n${transaction.tenantId}\n${endpointId}`, "utf8");
  const counted = await transaction.one(
    `INSERT INTO send_counters (tenant_id, subject, window_start, sends, expires_at)
     VALUES (:tenant, :subject, :start, 1, :end)
     ON CONFLICT (tenant_id, subject, window_start) DO UPDATE SET sends = send_counters.sends + 1
     WHERE send_counters.sends < ${mostInMinute}
     RETURNING sends`,
    {
      subject: Buffer.from(secretBox.mac(text, "send counter")),
      start: new Date(start),
      end: new Date(start + minuteMs),
    },
  );
  if (counted !== null) return;
  const wait = Math.ceil((start + minuteMs - now) / 1000);
  throw new Failure(
    "rate_limited",
    `An endpoint is tested ${mostInMinute} times in a minute at most; try again in ${wait} seconds.`,
    { extensions: { limit: mostInMinute, retry_after: wait } },
  );
}
