import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import type { ApiKeyView, NewApiKeyView } from "../../../api/apiKeys/apiKeysController.js";
import { ApiClient } from "../../support/apiClient.js";
import { column } from "../../support/inDatabase.js";
import { startService, type TestService } from "../../support/service.js";

let service: TestService;
let first: string;
let client: ApiClient;

beforeAll(async () => {
  service = await startService();
  first = (await service.tenant("Company", "test")).apiKey;
  client = new ApiClient(service.baseUrl, first);
});
afterAll(() => service.stop());

const as = (secret: string | null) => new ApiClient(service.baseUrl, secret);

async function make(body: object, maker = client): Promise<NewApiKeyView> {
  const answer = await maker.post<NewApiKeyView>("/v1/api-keys", { name: "key", ...body });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

async function refusal(method: string, path: string, secret: string | null, body?: object) {
  const { status, headers, body: problem } = await as(secret).refused(method, path, body);
  return { status, code: problem.code, param: problem.param, challenge: headers.get("WWW-Authenticate") };
}

/** Everything that the database and the service's directory hold, as one text. */
async function everythingAtRest(): Promise<string> {
  const admin = new pg.Client({ connectionString: service.adminUrl });
  await admin.connect();
  try {
    const tables = await column(
      admin,
      "SELECT oid::regclass::text FROM pg_class WHERE relkind IN ('r', 'p', 'm') AND relnamespace = 'public'::regnamespace",
    );
    const rows: string[] = [];
    for (const table of tables) rows.push(...(await column(admin, `SELECT t::text FROM ${table} t`)));
    const directory = join(service.objects, "..");
    const files = await readdir(directory, { recursive: true, withFileTypes: true });
    const contents = files
      .filter((file) => file.isFile())
      .map((file) => readFile(join(file.parentPath, file.name), "latin1"));
    return [...rows, ...(await Promise.all(contents)), ...service.log].join("\n");
  } finally {
    await admin.end();
  }
}

/** The forms in which a text could be found at rest. */
function forms(text: string): string[] {
  const bytes = Buffer.from(text, "utf8");
  const random = text.replace(/^paraph_(test|live)_/, "");
  return [
    text,
    random,
    bytes.toString("hex"),
    bytes.toString("base64"),
    Buffer.from(random, "base64url").toString("hex"),
  ];
}

describe("a key's secret", () => {
  test("has a prefix that names its mode, and 256 random bits", async () => {
    const { secret, prefix } = await make({});
    expect(secret).toMatch(/^paraph_test_[A-Za-z0-9_-]{43}$/);
    expect(secret.startsWith(prefix)).toBe(true);
    expect(prefix).toHaveLength("paraph_test_".length + 4);
    const live = await service.tenant("Live", "live");
    expect(live.apiKey).toMatch(/^paraph_live_[A-Za-z0-9_-]{43}$/);
  });

  test("is shown once: no list and no revocation shows it again", async () => {
    const { id, secret, ...rest } = await make({ name: "shown once" });
    const listed = await client.get<{ data: ApiKeyView[] }>("/v1/api-keys?limit=100");
    expect(listed.body.data.find((key) => key.id === id)).toEqual({ id, ...rest });
    const revoked = await client.request<ApiKeyView>("DELETE", `/v1/api-keys/${id}`);
    for (const shown of [listed.body, revoked.body]) {
      expect(JSON.stringify(shown)).not.toContain(secret.slice(-39));
      expect(JSON.stringify(shown)).not.toContain("secret");
    }
  });

  test("stands nowhere at rest, in no form: database, files and log hold its hash or nothing", async () => {
    const { secret, id } = await make({ name: "found by its name" });
    await as(secret).get("/v1/orders");
    await as(`${secret}x`).get("/v1/orders");
    const atRest = await everythingAtRest();
    expect(atRest).toContain("found by its name");
    for (const form of [...forms(secret), ...forms(first)]) expect(atRest).not.toContain(form);
    expect(id).toMatch(/^key_/);
  });

  test("comes again, the same, for a repeat under one Idempotency-Key, and is sealed in the meantime", async () => {
    const ask = () =>
      client.post<NewApiKeyView>("/v1/api-keys", { name: "again" }, { "Idempotency-Key": "key-1" });
    const one = await ask();
    const two = await ask();
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(two.body).toEqual(one.body);
    expect(one.headers.get("Idempotent-Replayed")).toBeNull();
    expect(two.headers.get("Idempotent-Replayed")).toBe("true");
    const { body } = await client.get<{ data: ApiKeyView[] }>("/v1/api-keys?limit=100");
    expect(body.data.filter((key) => key.name === "again")).toHaveLength(1);
    const atRest = await everythingAtRest();
    for (const form of forms(one.body.secret)) expect(atRest).not.toContain(form);
  });
});

describe("a key", () => {
  test("expires: good until its time, refused from then on, as expired", async () => {
    const expiresAt = new Date(service.clock.now().getTime() + 3_600_000);
    const { secret } = await make({ expires_at: expiresAt.toISOString() });
    service.clock.advance(3599);
    expect((await as(secret).get("/v1/orders")).status).toBe(200);
    service.clock.advance(1);
    expect(await refusal("GET", "/v1/orders", secret)).toMatchObject({
      status: 401,
      code: "api_key_expired",
    });
    expect((await client.get("/v1/orders")).status).toBe(200);
  });

  test("that ends cannot make one that outlives it, and makes one that ends with it", async () => {
    const end = new Date(service.clock.now().getTime() + 3_600_000).toISOString();
    const ending = await client.post<{ secret: string }>("/v1/api-keys", {
      name: "an hour",
      expires_at: end,
    });
    const short = new ApiClient(service.baseUrl, ending.body.secret);
    const later = new Date(service.clock.now().getTime() + 7_200_000).toISOString();
    const refused = await short.refused("POST", "/v1/api-keys", { name: "longer", expires_at: later });
    expect(refused.body).toMatchObject({ code: "field_invalid", param: "expires_at" });
    expect((await short.post("/v1/api-keys", { name: "heir" })).body).toMatchObject({ expires_at: end });
  });

  test("is revoked at once and for good, also by itself, and a second revocation changes nothing", async () => {
    const { id, secret } = await make({});
    expect((await as(secret).get("/v1/orders")).status).toBe(200);
    const revoked = await as(secret).request<ApiKeyView>("DELETE", `/v1/api-keys/${id}`);
    expect(revoked.body.revoked_at).not.toBeNull();
    expect(await refusal("GET", "/v1/orders", secret)).toMatchObject({
      status: 401,
      code: "api_key_invalid",
    });
    service.clock.advance(60);
    const again = await client.request<ApiKeyView>("DELETE", `/v1/api-keys/${id}`);
    expect(again.body).toEqual(revoked.body);
  });

  test.each([
    ["none at all", null, "api_key_missing"],
    ["an unknown one", `paraph_test_${"A".repeat(43)}`, "api_key_invalid"],
    ["one of another form", "sk_live_123", "api_key_invalid"],
    ["one with a byte more", "FIRST+", "api_key_invalid"],
    ["a live key with a test key's bits", "LIVE", "api_key_invalid"],
  ])(
    "that is %s is refused with 401 and a challenge, before the route is looked at",
    async (_what, token, code) => {
      const secret = token?.replace("FIRST", first).replace("LIVE", first.replace("test", "live")) ?? null;
      for (const path of ["/v1/orders", "/v1/orders/x", "/v1/nothing"]) {
        expect(await refusal("GET", path, secret)).toMatchObject({
          status: 401,
          code,
          challenge: 'Bearer realm="paraph"',
        });
      }
    },
  );

  test.each([["Basic"], ["Token"], ["bearerX"]])(
    "is taken from no Authorization of the scheme %s",
    async (scheme) => {
      const { status, body } = await as(null).refused("GET", "/v1/orders", undefined, {
        Authorization: `${scheme} ${first}`,
      });
      expect([status, body.code]).toEqual([401, "api_key_missing"]);
    },
  );
});

test("the list goes through all keys in pages, newest first, each key once", async () => {
  const lister = as((await service.tenant("Lister", "test")).apiKey);
  for (let index = 0; index < 6; index++) {
    service.clock.advance(1);
    await make({ name: `key ${index}` }, lister);
  }
  const names: string[] = [];
  let cursor = "";
  for (let page = 0; page < 4; page++) {
    const { body } = await lister.get<{ data: ApiKeyView[]; has_more: boolean; next_cursor: string | null }>(
      `/v1/api-keys?limit=3${cursor}`,
    );
    names.push(...body.data.map((key) => key.name));
    expect(body.has_more).toBe(body.next_cursor !== null);
    if (body.next_cursor === null) break;
    cursor = `&cursor=${body.next_cursor}`;
  }
  expect(names).toEqual([5, 4, 3, 2, 1, 0].map((index) => `key ${index}`).concat("first key"));
});
