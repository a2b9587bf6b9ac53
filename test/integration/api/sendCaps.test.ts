import { countSend } from "../../../api/delivery/sendCaps.js";
import { sweep } from "../../../api/work/sweeper.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";
import { send } from "./otpCodes.js";

let desk: OrderDesk;
const limits = { smsPerPhoneHour: 3, smsPerPhoneDay: 5, smsPerTenantDay: 8 };

beforeEach(async () => {
  desk = await OrderDesk.open({ limits });
  // On the hour, so that windows are whole.
  const { clock } = desk.service;
  clock.advance((86_400_000 - (clock.now().getTime() % 86_400_000)) / 1000);
});
afterEach(() => desk.close());

/** A code for a signer of their own, so that no other limit is met. */
async function sendTo(phone: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const order = await desk.order([{ ...ada, phone, authentication: "sms" }]);
  return send(desk.browser(order));
}

test("a number gets so many text messages an hour, whatever the number of orders, and the refusal says until when", async () => {
  for (let count = 0; count < 3; count++) expect((await sendTo("+33612345678")).status).toBe(200);
  desk.service.clock.advance(600);
  expect(await sendTo("+33612345678")).toMatchObject({
    status: 429,
    body: { code: "sms_limit_reached", cap: "phone_hour", limit: 3, retry_after: 3000 },
  });
  expect((await sendTo("+33612345679")).status).toBe(200);
  desk.service.clock.advance(3000);
  expect((await sendTo("+33612345678")).status).toBe(200);
});

test("a number gets so many a day, and a tenant's numbers together", async () => {
  for (let hour = 0; hour < 2; hour++) {
    for (let count = 0; count < 3 - hour; count++) expect((await sendTo("+33612345678")).status).toBe(200);
    desk.service.clock.advance(3600);
  }
  expect(await sendTo("+33612345678")).toMatchObject({ body: { cap: "phone_day", retry_after: 79_200 } });
  for (let number = 0; number < 3; number++) expect((await sendTo(`+3361234560${number}`)).status).toBe(200);
  expect(await sendTo("+33612345609")).toMatchObject({ status: 429, body: { cap: "tenant_day", limit: 8 } });
});

test("of twenty that are counted at once, as many go as the cap says", async () => {
  const { platform } = desk.service;
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, () =>
      platform.database.withTenant(desk.tenantId, (transaction) =>
        countSend(platform, transaction, "+33612345678"),
      ),
    ),
  );
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  const counts = await desk.sql<{ sends: number }>("SELECT sends FROM send_counters ORDER BY sends");
  expect(counts.map(({ sends }) => sends)).toEqual([3, 3, 3]);
});

test("one that is refused counts nowhere, and leaves no code and no event", async () => {
  for (let count = 0; count < 3; count++) await sendTo("+33612345678");
  const before = await desk.sql("SELECT * FROM send_counters ORDER BY subject");
  const codes = await desk.sql("SELECT 1 FROM otp_codes");
  expect((await sendTo("+33612345678")).status).toBe(429);
  expect(await desk.sql("SELECT * FROM send_counters ORDER BY subject")).toEqual(before);
  expect(await desk.sql("SELECT 1 FROM otp_codes")).toEqual(codes);
});

test("numbers stand nowhere among the counts, and counts are deleted when their time is over", async () => {
  await sendTo("+33612345678");
  const rows = await desk.sql("SELECT * FROM send_counters");
  expect(rows).toHaveLength(3);
  expect(JSON.stringify(rows)).not.toContain("612345678");
  desk.service.clock.advance(3600);
  await sweep(desk.service.platform);
  expect(await desk.sql("SELECT 1 FROM send_counters")).toHaveLength(2);
  desk.service.clock.advance(82_800);
  await sweep(desk.service.platform);
  expect(await desk.sql("SELECT 1 FROM send_counters")).toEqual([]);
});

test("a code whose sending was cut off is given up, and not sent anew, where its number has had its messages", async () => {
  const broken = { send: () => Promise.reject(new TypeError("The process died.")) };
  await desk.replacing({ smsSender: broken }, () => sendTo("+33612345678"));
  for (let count = 0; count < 2; count++) await sendTo("+33612345678");
  desk.service.clock.advance(61);
  for (let round = 0; round < 3; round++) await sweep(desk.service.platform);
  const states = await desk.sql<{ state: string }>("SELECT state FROM otp_codes ORDER BY created_at, id");
  expect(states.map(({ state }) => state).sort()).toEqual(["failed", "sent", "sent"]);
});
