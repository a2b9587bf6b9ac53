import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outboxMailer } from "../../../api/adapters/mailer/outbox.js";
import { fileOutbox } from "../../../api/adapters/outbox/outbox.js";
import { outboxSmsSender } from "../../../api/adapters/smsSender/outbox.js";

const now = new Date("2026-01-02T03:04:05.678Z");
const email = {
  id: "m1",
  to: "ada@example.com",
  from: "Paraph <p@example.org>",
  subject: "S",
  text: "T",
  html: "<p>T",
};
let directory: string;
const open = () => fileOutbox(directory, { now: () => now });

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "paraph-outbox-"));
});
afterEach(() => rm(directory, { recursive: true }));

describe("the outbox", () => {
  test("shows an e-mail and a text message just as they were handed over, to another process too", async () => {
    expect(await outboxMailer(open()).send(email)).toEqual({ providerMessageId: null });
    expect(await outboxSmsSender(open()).send({ id: "s1", to: "+33600000000", text: "Code 123456" })).toEqual(
      {
        providerMessageId: null,
      },
    );
    const sentAt = now.toISOString();
    expect(await open().list({ limit: 10 })).toEqual([
      { id: "s1", channel: "sms", to: "+33600000000", text: "Code 123456", sentAt },
      { ...email, channel: "email", sentAt },
    ]);
  });

  test("is empty before the first message", async () => {
    expect(await open().list({ limit: 10 })).toEqual([]);
  });

  test("keeps a message that is handed over twice once, as it was first", async () => {
    const outbox = open();
    await outboxMailer(outbox).send(email);
    await Promise.all([1, 2, 3].map(() => outboxMailer(open()).send({ ...email, subject: "again" })));
    expect((await outbox.list({ limit: 10 })).map((message) => message.subject)).toEqual(["S"]);
  });

  test("lists the newest first, up to the limit, and for one recipient whatever the case", async () => {
    const outbox = open();
    for (const [id, to] of [
      ["1", "ada@example.com"],
      ["2", "bob@example.com"],
      ["3", "Ada@Example.com"],
    ] as const) {
      await outbox.keep({ id, channel: "email", to, text: "" });
    }
    const ids = async (query: { to?: string; limit: number }) =>
      (await outbox.list(query)).map(({ id }) => id);
    expect(await ids({ limit: 2 })).toEqual(["3", "2"]);
    expect(await ids({ limit: 500, to: "ADA@example.com" })).toEqual(["3", "1"]);
    expect(await ids({ limit: 500, to: "eve@example.com" })).toEqual([]);
    await expect(outbox.list({ limit: 501 })).rejects.toThrow(RangeError);
  });

  test("keeps the last 500 messages and lets older ones go", async () => {
    const outbox = open();
    for (let number = 1; number <= 560; number += 1) {
      await outbox.keep({ id: `${number}`, channel: "sms", to: "+33600000000", text: `${number}` });
    }
    const listed = await outbox.list({ limit: 500 });
    expect(listed.map(({ text }) => Number(text))).toEqual(
      Array.from({ length: 500 }, (_, index) => 560 - index),
    );
    expect((await readdir(join(directory, "messages"))).length).toBeLessThanOrEqual(550);
  });

  test("stores under names that an id cannot choose, for its own user alone", async () => {
    await open().keep({ id: "../../escape", channel: "sms", to: "+33600000000", text: "" });
    const [name] = await readdir(join(directory, "messages"));
    expect(name).toMatch(/^[0-9a-f]{64}\.json$/);
    expect((await stat(join(directory, "messages", name!))).mode & 0o777).toBe(0o600);
  });
});
