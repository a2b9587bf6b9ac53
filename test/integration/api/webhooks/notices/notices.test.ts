import { DeliveryError } from "../../../../../api/ports/delivery.js";
import { sendDueNotices } from "../../../../../api/webhooks/notices/sendDueNotices.js";
import { sweep } from "../../../../../api/work/sweeper.js";
import { Worker } from "../../../../../api/work/worker.js";
import { ada } from "../../../../support/orderDesk.js";
import { NoticeDesk } from "./noticeDesk.js";

let notices: NoticeDesk;
beforeAll(async () => {
  notices = await NoticeDesk.open();
});
afterAll(() => notices.desk.close());

const send = () => sendDueNotices(notices.platform);
const mailTo = (to: string) => notices.desk.service.outbox.list({ to, limit: 100 });

/** Has the default profile say who is told, and how. */
async function defaultProfile(sender: object): Promise<void> {
  await notices.desk.sql("DELETE FROM profiles");
  await notices.desk.client.post("/v1/profiles", { code: "main", name: "Main", default: true, sender });
}

describe("who is written to", () => {
  test("the endpoint's contact, in their language, of what failed and since when", async () => {
    const contact = { email: "ops@example.com", language: "de" };
    const endpoint = await notices.endpoint({ contact, description: "Mietakten" });
    expect(await notices.fail(endpoint, { status: 503, error: "http_5xx" })).toBe(true);
    expect(await send()).toBe(1);
    const [mail, ...others] = await mailTo("ops@example.com");
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      from: '"Acme" <no-reply@example.org>',
      subject: "Benachrichtigungen kommen nicht an: Mietakten",
    });
    expect(mail!.text).toContain("Die Antwort war ein Fehler (HTTP 503).");
    expect(mail!.text).toContain("127.0.0.1:2");
    expect(mail!.text + mail!.html).not.toContain("s3cr3t");
    expect(await notices.notices(endpoint)).toMatchObject([{ state: "sent", attempts: 1, language: "de" }]);
  });

  test("without a contact, whoever the default profile names, in its language, name and time zone", async () => {
    await defaultProfile({
      notices_to: "office@example.com",
      language: "fr",
      name: "Étude Martin",
      time_zone: "America/Montreal",
      reply_to: "etude@example.com",
    });
    const endpoint = await notices.endpoint();
    expect(await notices.disable(endpoint, "failing")).toBe(true);
    await send();
    const [mail] = await mailTo("office@example.com");
    expect(mail).toMatchObject({
      from: '"Étude Martin" <no-reply@example.org>',
      replyTo: "etude@example.com",
      subject: "Notifications arrêtées : 127.0.0.1:2",
    });
    expect(mail!.text).toMatch(/Désactivé le\s: .* UTC[−-][45]/u);
    await notices.desk.sql("DELETE FROM profiles");
  });

  test("nobody where there is no address, and nothing is left behind", async () => {
    const endpoint = await notices.endpoint();
    expect(await notices.fail(endpoint)).toBe(false);
    expect(await notices.disable(endpoint, "gone")).toBe(true);
    expect(await notices.notices(endpoint)).toEqual([]);
  });

  test("nobody of a change that is rolled back", async () => {
    const endpoint = await notices.endpoint({ contact: { email: "back@example.com" } });
    const { database } = notices.platform;
    const rolledBack = {
      ...notices.platform,
      database: Object.assign(Object.create(database), {
        withTenant: (tenant: string, work: (transaction: never) => Promise<unknown>) =>
          database.withTenant(tenant, async (transaction) => {
            await work(transaction as never);
            throw new Error("rolled back");
          }),
      }),
    };
    await expect(notices.disable(endpoint, "gone", rolledBack)).rejects.toThrow("rolled back");
    expect(await notices.notices(endpoint)).toEqual([]);
  });
});

test("a letter is forgotten after 30 days, with the address that it went to", async () => {
  const endpoint = await notices.endpoint({ contact: { email: "forgotten@example.com" } });
  await notices.disable(endpoint, "gone");
  await send();
  notices.desk.service.clock.advance(30 * 86_400 - 60);
  await sweep(notices.platform);
  expect(await notices.notices(endpoint)).toHaveLength(1);
  notices.desk.service.clock.advance(61);
  await sweep(notices.platform);
  expect(await notices.notices(endpoint)).toEqual([]);
});

describe("how often", () => {
  test("an endpoint that comes and goes has one letter of each kind written in a day", async () => {
    const endpoint = await notices.endpoint({ contact: { email: "flap@example.com" } });
    for (let round = 0; round < 3; round += 1) {
      await notices.fail(endpoint);
      await send();
      await notices.disable(endpoint, "gone");
      await send();
      await notices.enable(endpoint);
      notices.desk.service.clock.advance(3600);
    }
    const kinds = (await notices.notices(endpoint)).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(["endpoint_disabled", "endpoint_failing"]);
    notices.desk.service.clock.advance(22 * 3600);
    await notices.disable(endpoint, "gone");
    await send();
    expect(await mailTo("flap@example.com")).toHaveLength(3);
  });

  test("a letter whose reason went before it was sent is dropped, and stands in no other's way", async () => {
    const endpoint = await notices.endpoint({ contact: { email: "brief@example.com" } });
    await notices.fail(endpoint);
    await notices.desk.sql(`UPDATE webhook_lanes SET failing_since = NULL WHERE lane = '${endpoint}'`);
    await notices.disable(endpoint, "gone");
    await notices.enable(endpoint);
    await send();
    expect((await notices.notices(endpoint)).map(({ state }) => state)).toEqual(["dropped", "dropped"]);
    await notices.disable(endpoint, "gone");
    await send();
    expect((await mailTo("brief@example.com")).map(({ subject }) => subject)).toEqual([
      "Notifications have been stopped: 127.0.0.1:2",
    ]);
  });

  test("a deleted endpoint is written about no more", async () => {
    const endpoint = await notices.endpoint({ contact: { email: "deleted@example.com" } });
    await notices.disable(endpoint, "gone");
    await notices.desk.sql(`UPDATE webhook_endpoints SET deleted_at = now() WHERE id = '${endpoint}'`);
    await send();
    expect(await notices.notices(endpoint)).toMatchObject([{ state: "dropped" }]);
  });

  test("two that send at once hand a letter over once", async () => {
    const endpoint = await notices.endpoint({ contact: { email: "once@example.com" } });
    await notices.disable(endpoint, "gone");
    const done = await Promise.all([send(), send(), send()]);
    expect(done.reduce((sum, count) => sum + count)).toBe(1);
    expect(await notices.notices(endpoint)).toMatchObject([{ state: "sent", attempts: 1 }]);
  });
});

describe("a provider", () => {
  const refusing = (code: "rejected" | "unavailable") => ({
    mailer: { send: () => Promise.reject(new DeliveryError(code, code)) },
  });

  test("that is away is tried again, later each time, for three days", async () => {
    const endpoint = await notices.endpoint({ contact: { email: "away@example.com" } });
    await notices.disable(endpoint, "gone");
    const tries: number[] = [];
    await notices.desk.replacing(refusing("unavailable"), async () => {
      for (const seconds of [0, 4, 2, 8, 3]) {
        notices.desk.service.clock.advance(seconds);
        await send();
        tries.push((await notices.notices(endpoint))[0]!.attempts);
      }
      expect(tries).toEqual([1, 1, 2, 2, 3]);
      notices.desk.service.clock.advance(3 * 86_400);
      await send();
    });
    expect(await notices.notices(endpoint)).toMatchObject([{ state: "failed", last_error: "unavailable" }]);
  });

  test("that refuses an address for good is not asked again", async () => {
    const endpoint = await notices.endpoint({ contact: { email: "refused@example.com" } });
    await notices.disable(endpoint, "gone");
    await notices.desk.replacing(refusing("rejected"), send);
    expect(await notices.notices(endpoint)).toMatchObject([{ state: "failed", last_error: "rejected" }]);
  });

  test("that is not there lets a letter fail at once; a test address needs none", async () => {
    const endpoint = await notices.endpoint({ contact: { email: "none@example.com" } });
    const reserved = await notices.endpoint({ contact: { email: "delivered@code.test" } });
    const rejected = await notices.endpoint({ contact: { email: "rejected@code.test" } });
    for (const one of [endpoint, reserved, rejected]) await notices.disable(one, "gone");
    await notices.desk.replacing({ mailer: null }, send);
    const states = [endpoint, reserved, rejected].map(async (one) => (await notices.notices(one))[0]!.state);
    expect(await Promise.all(states)).toEqual(["failed", "sent", "failed"]);
  });

  test("that hangs holds up none of a worker's other work", async () => {
    const endpoint = await notices.endpoint({ contact: { email: "hanging@example.com" } });
    const { desk, platform } = notices;
    let goOn: (() => void) | null = null;
    const mailer = {
      send: () =>
        new Promise<{ providerMessageId: null }>((resolve) => {
          goOn = () => resolve({ providerMessageId: null });
        }),
    };
    const order = await desk.order([ada], { notify: false });
    await desk.client.post(`/v1/orders/${order.id}/test-clock`, { seconds: 31 * 86_400 });
    await desk.replacing({ mailer }, async () => {
      await notices.disable(endpoint, "gone");
      const worker = new Worker(platform);
      worker.start();
      await until(() => goOn !== null);
      await until(async () => (await desk.read(order)).state === "expired");
      expect(await notices.notices(endpoint)).toMatchObject([{ state: "pending" }]);
      goOn!();
      await worker.stop();
    });
    expect(await notices.notices(endpoint)).toMatchObject([{ state: "sent" }]);
  });
});

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 10));
}
