import type { WebhookSecretView } from "../../../../../api/webhooks/signatures/secretView.js";
import { ApiClient } from "../../../../support/apiClient.js";
import { OrderDesk } from "../../../../support/orderDesk.js";
import { patch, path, read, register, uuid, verifying } from "./endpointDesk.js";

let desk: OrderDesk;

beforeEach(async () => {
  desk = await OrderDesk.open();
});
afterEach(() => desk.close());

/** Each place that has a secret: how it is read and rotated, and whose requests it signs. */
const places = ["an endpoint's", "the callbacks'"] as const;
async function placeOf(title: (typeof places)[number]) {
  if (title === "the callbacks'") {
    return { read: "/v1/callback-secret", rotate: "/v1/callback-secret/rotate", endpointId: null };
  }
  const endpoint = await register(desk.client);
  const at = `${path}/${endpoint.id}`;
  return { read: `${at}/secret`, rotate: `${at}/rotate-secret`, endpointId: uuid(endpoint) };
}

describe.each(places)("%s secret", (title) => {
  let place: Awaited<ReturnType<typeof placeOf>>;
  const readSecret = async () => (await desk.client.get<WebhookSecretView>(place.read)).body;
  const rotate = async (body?: object) => {
    const answer = await desk.client.post<WebhookSecretView>(place.rotate, body);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  const verifies = (...secrets: string[]) => verifying(desk, place.endpointId, secrets);
  beforeEach(async () => {
    place = await placeOf(title);
  });

  test("is the same whenever it is read, and what is sent verifies with it", async () => {
    const first = await readSecret();
    expect(first).toMatchObject({ object: "webhook_secret", older: [] });
    expect(await readSecret()).toEqual(first);
    expect(await verifies(first.secret)).toEqual([true]);
  });

  test("is rotated with a day's overlap: until then both verify, and after it the old one no more", async () => {
    const old = await readSecret();
    desk.service.clock.advance(1);
    const fresh = await rotate();
    const until = new Date(desk.service.clock.now().getTime() + 86_400_000).toISOString();
    expect(fresh.older).toEqual([
      { public_key: old.public_key, created_at: old.created_at, signs_until: until },
    ]);
    expect(fresh.secret).not.toBe(old.secret);
    expect(await readSecret()).toEqual(fresh);
    expect(await verifies(old.secret, fresh.secret)).toEqual([true, true]);
    desk.service.clock.advance(86_399);
    expect(await verifies(old.secret, fresh.secret)).toEqual([true, true]);
    desk.service.clock.advance(1);
    expect(await verifies(old.secret, fresh.secret)).toEqual([false, true]);
    expect((await readSecret()).older).toEqual([]);
  });

  test("without an overlap ends every one before it at once, and nothing is left of them", async () => {
    const first = await readSecret();
    const second = await rotate({ overlap_seconds: 604_800 });
    const third = await rotate({ overlap_seconds: 0 });
    expect(third.older).toEqual([]);
    expect(await verifies(first.secret, second.secret, third.secret)).toEqual([false, false, true]);
    expect(await desk.sql("SELECT count(*)::int AS count FROM webhook_secrets")).toEqual([{ count: 1 }]);
  });

  test.each([
    ["seconds apart", 1],
    ["in one millisecond", 0],
    ["by processes whose clocks differ", -0.01],
  ])("rotated often in one overlap, %s, signs with the newest three, newest first", async (_, apart) => {
    const secrets = [(await readSecret()).secret];
    for (let index = 0; index < 8; index++) {
      desk.service.clock.advance(apart);
      secrets.push((await rotate()).secret);
    }
    expect(await verifies(...secrets)).toEqual([...Array(6).fill(false), true, true, true]);
    const { older } = await readSecret();
    expect(older.map(({ created_at }) => created_at)).toEqual(
      older
        .map(({ created_at }) => created_at)
        .sort()
        .reverse(),
    );
    expect(older).toHaveLength(2);
  });

  test("with a shorter overlap than the last ends the older ones sooner, and with a longer one not later", async () => {
    const first = (await readSecret()).secret;
    const second = (await rotate({ overlap_seconds: 1000 })).secret;
    const { older } = await rotate({ overlap_seconds: 5000 });
    expect(older).toHaveLength(2);
    desk.service.clock.advance(1000);
    expect(await verifies(first, second)).toEqual([false, true]);
    await rotate({ overlap_seconds: 10 });
    desk.service.clock.advance(10);
    expect(await verifies(first, second)).toEqual([false, false]);
  });

  test("is rotated once under one Idempotency-Key, and the repeat answers with the same secret", async () => {
    await readSecret();
    const ask = () => desk.client.post(place.rotate, {}, { "Idempotency-Key": "rotation" });
    const [first, second] = [await ask(), await ask()];
    expect(second.body).toEqual(first.body);
    expect((await readSecret()).older).toHaveLength(1);
  });

  test("is for a key that may change webhooks, and not for one that may read them", async () => {
    const key = await desk.client.post<{ secret: string }>("/v1/api-keys", {
      name: "reader",
      scopes: ["webhooks:read"],
    });
    const reader = new ApiClient(desk.service.baseUrl, key.body.secret);
    expect((await reader.refused("GET", place.read)).body.code).toBe("scope_missing");
    expect((await reader.refused("POST", place.rotate, {})).body.code).toBe("scope_missing");
  });
});

test("each endpoint has a secret of its own, and the callbacks of each mode another", async () => {
  const secrets = [await register(desk.client), await register(desk.client)].map(({ secret }) => secret);
  const { body } = await desk.client.post<{ secret: string }>("/v1/api-keys", { name: "t", mode: "test" });
  const again = new ApiClient(desk.service.baseUrl, body.secret);
  const callbacks = (await desk.client.get<WebhookSecretView>("/v1/callback-secret")).body.secret;
  expect((await again.get<WebhookSecretView>("/v1/callback-secret")).body.secret).toBe(callbacks);
  const { apiKey } = await desk.service.tenant("Other", "live");
  const live = new ApiClient(desk.service.baseUrl, apiKey);
  const other = (await live.get<WebhookSecretView>("/v1/callback-secret")).body.secret;
  expect(new Set([...secrets, callbacks, other]).size).toBe(4);
});

test("secrets, headers and passwords are nowhere in the database, in the log or in a view, in clear", async () => {
  const made = await register(desk.client, {
    headers: { "X-Token": "the-header-value" },
    basic_auth: { username: "the-user", password: "the-password" },
  });
  const rotated = await desk.client.post<WebhookSecretView>(
    `${path}/${made.id}/rotate-secret`,
    {},
    { "Idempotency-Key": "kept" },
  );
  const callbacks = await desk.client.get<WebhookSecretView>("/v1/callback-secret");
  const raw = [made.secret, rotated.body.secret, callbacks.body.secret].map((secret) => secret.slice(6));
  const words = [
    ...["the-header-value", "the-user", "the-password", "dGhlLXVzZXI6dGhlLXBhc3N3b3Jk"],
    ...raw,
    ...raw.map((secret) => Buffer.from(secret, "base64").toString("hex")),
  ];
  const tables = await desk.sql<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const rows = await Promise.all(
    tables.map(({ name }) => desk.sql(`SELECT t::text AS row FROM "${name}" t`)),
  );
  const shown = [await read(desk.client, made), await patch(desk.client, made, { description: "x" })];
  const list = await desk.client.get(path);
  const everywhere = {
    database: JSON.stringify(rows),
    log: desk.service.log.join("\n"),
    views: JSON.stringify([shown, list.body]).replaceAll('"basic_auth_user":"the-user"', ""),
  };
  expect(everywhere.database).toContain(uuid(made));
  for (const [place, text] of Object.entries(everywhere)) {
    // bytea is written in hexadecimal digits.
    const hex = words.map((word) => Buffer.from(word, "utf8").toString("hex"));
    for (const word of [...words, ...hex])
      expect([place, word, text.includes(word)]).toEqual([place, word, false]);
  }
});
