import type { Database } from "../../../api/database/database.js";
import type { Transaction } from "../../../api/database/transaction.js";
import type { Answer } from "../../support/apiClient.js";
import { OrderDesk } from "../../support/orderDesk.js";
import { drawing, orderWithCode, send, type VerifyAnswer, verify } from "./otpCodes.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

/** A code that is not this one. */
const otherThan = (code: string) => (code === "111111" ? "222222" : "111111");

test("a code has six digits, and keeps its leading zeros", async () => {
  const { browser, code } = await orderWithCode(desk, 42);
  expect(code).toBe("000042");
  expect((await verify(browser, "42")).body.code).toBe("otp_wrong");
  expect((await verify(browser, "000042")).status).toBe(200);
});

test("a code is found with blanks and hyphens, as people type it", async () => {
  const { browser } = await orderWithCode(desk, 123456);
  expect((await verify(browser, " 123 - 456 ")).status).toBe(200);
});

test("a code stands nowhere in the database and nowhere in the log", async () => {
  const { browser, order } = await orderWithCode(desk, 907153);
  await verify(browser, "111111");
  await verify(browser, "907153");
  const tables = await desk.sql<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  expect(tables.length).toBeGreaterThan(10);
  const lone = /(?<![0-9a-f])907153(?![0-9a-f])/;
  for (const { name } of tables) {
    for (const row of await desk.sql(`SELECT * FROM "${name}"`)) {
      const text = JSON.stringify(row, (_key, value) => {
        const bytes = value as { type?: string; data?: number[] } | null;
        return bytes?.type === "Buffer" ? Buffer.from(bytes.data!).toString("latin1") : value;
      });
      expect(text).not.toMatch(lone);
    }
  }
  expect(desk.service.log.length).toBeGreaterThan(0);
  expect(desk.service.log.join("\n")).not.toMatch(lone);
  expect(JSON.stringify(await desk.events(order))).not.toMatch(lone);
});

test("a code works until its ten minutes are over, and not a second longer", async () => {
  const first = await orderWithCode(desk, 111222);
  desk.service.clock.advance(599);
  expect((await verify(first.browser, "111222")).status).toBe(200);
  const second = await orderWithCode(desk, 111222);
  desk.service.clock.advance(600);
  expect(await verify(second.browser, "111222")).toMatchObject({
    status: 410,
    body: { code: "otp_expired" },
  });
});

test("three wrong tries lock a code: the fourth is refused even when it is right", async () => {
  const { browser, order, code } = await orderWithCode(desk, 445566);
  const answers: Answer<VerifyAnswer>[] = [];
  for (let index = 0; index < 3; index++) answers.push(await verify(browser, otherThan(code)));
  expect(answers.map(({ status, body }) => [status, body.code, body.remainingAttempts])).toEqual([
    [401, "otp_wrong", 2],
    [401, "otp_wrong", 1],
    [423, "otp_locked", 0],
  ]);
  for (const { body } of answers) expect(body).not.toHaveProperty("remaining_attempts");
  expect(await verify(browser, code)).toMatchObject({
    status: 423,
    body: { code: "otp_locked", remainingAttempts: 0 },
  });
  expect(await desk.count(order, "code.refused", "code.locked", "code.verified")).toEqual([2, 1, 0]);
});

test("of twenty wrong tries and a right one that come at once, at most three are compared", async () => {
  for (let round = 0; round < 3; round++) {
    const { browser, order, code } = await orderWithCode(desk, 778899);
    const tries = Array.from({ length: 20 }, (): string => otherThan(code));
    tries.splice(7 * round, 0, code);
    const answers = await Promise.all(tries.map((otp) => verify(browser, otp)));
    const good = answers.filter(({ status }) => status === 200).length;
    const [refused, locked, verified] = await desk.count(
      order,
      "code.refused",
      "code.locked",
      "code.verified",
    );
    expect(refused! + locked! + verified!).toBeLessThanOrEqual(3);
    expect(verified).toBe(good);
    expect(good + refused! + locked!).toBeGreaterThan(0);
    expect(answers.every(({ status }) => [200, 401, 409, 423].includes(status))).toBe(true);
  }
});

test("how a try came out is told when it is counted, and not before: a crash at that moment gives no hint", async () => {
  const { browser, code } = await orderWithCode(desk, 313131);
  const { database } = desk.service.platform;
  const crashing = {
    lookup: database.lookup.bind(database),
    withTenant: (tenantId: string, work: (transaction: Transaction) => Promise<unknown>) =>
      database.withTenant(tenantId, async (transaction) => {
        await work(transaction);
        throw new Error("the process died");
      }),
  } as unknown as Database;
  const told = async (typed: string) => {
    const { status, body } = await desk.replacing({ database: crashing }, () => verify(browser, typed));
    return { status, code: body.code };
  };
  const right = await told(code);
  expect(right.status).toBe(500);
  expect(await told("999999")).toEqual(right);
  expect((await verify(browser, "999999")).body).toMatchObject({ code: "otp_wrong", remainingAttempts: 2 });
  expect((await verify(browser, code)).status).toBe(200);
});

test("a code is good once: a second check of it, at once or later, is told that it was used", async () => {
  const { browser, code } = await orderWithCode(desk, 565656);
  const answers = await Promise.all([verify(browser, code), verify(browser, code)]);
  answers.push(await verify(browser, code));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect(answers.map(({ body }) => body.code).sort()).toEqual(["otp_missing", "otp_missing", undefined]);
});

test("a new code takes the place of the one before", async () => {
  const { browser, order } = await orderWithCode(desk, 100001);
  desk.service.clock.advance(31);
  const code = await desk.replacing({ random: drawing(200002) }, () => browser.receiveCode());
  expect((await verify(browser, "100001")).body).toMatchObject({ code: "otp_wrong", remainingAttempts: 2 });
  expect((await verify(browser, code)).status).toBe(200);
  expect(await desk.count(order, "code.sent")).toEqual([2]);
});

test("a code asked for after one was verified takes that one back: its session does not sign", async () => {
  const order = await desk.order();
  const browser = desk.browser(order);
  await browser.read();
  const { consent } = await browser.status();
  const session = await browser.session();
  desk.service.clock.advance(31);
  await browser.receiveCode();
  const signed = await browser.client.post(
    `${browser.path}/sign`,
    { consentText: consent.text },
    { Authorization: `Bearer ${session}` },
  );
  expect(signed).toMatchObject({ status: 401, body: { code: "session_expired" } });
});

test("between two codes lie thirty seconds, and the refusal says how many are left", async () => {
  const { browser } = await orderWithCode(desk, 121212);
  desk.service.clock.advance(12);
  const early = await send(browser);
  expect(early).toMatchObject({ status: 429, body: { code: "otp_too_soon", retry_after: 18 } });
  expect(early.headers.get("Retry-After")).toBe("18");
  desk.service.clock.advance(18);
  expect((await send(browser)).status).toBe(200);
});

test("of two codes asked for at once one is sent, and the other request is told to wait", async () => {
  const browser = desk.browser(await desk.order());
  const answers = await Promise.all([send(browser), send(browser), send(browser)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 429, 429]);
});

test("a signer gets eight codes in 24 hours, and the next when the first of them is a day old", async () => {
  const browser = desk.browser(await desk.order());
  for (let index = 0; index < 8; index++) {
    expect((await send(browser)).status).toBe(200);
    desk.service.clock.advance(60);
  }
  const refused = await send(browser);
  expect(refused).toMatchObject({ status: 429, body: { code: "otp_too_many_codes", limit: 8 } });
  expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(0);
  desk.service.clock.advance(86_400 - 8 * 60);
  expect((await send(browser)).status).toBe(200);
});
