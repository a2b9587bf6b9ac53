import pg from "pg";
import { jsonLog } from "../../../api/adapters/log/json.js";
import { sampleContract } from "../../../api/demo/sampleContract.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { DeliveryError } from "../../../api/ports/delivery.js";
import { TimestampError } from "../../../api/ports/timestampAuthority.js";
import { sweep } from "../../../api/work/sweeper.js";
import { ApiClient } from "../../support/apiClient.js";
import { drawnSignature } from "../../support/drawnSignature.js";
import { startService, type TestService } from "../../support/service.js";
import { SignerBrowser } from "../../support/signingFlow.js";

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

const ada = {
  given_name: "Ada",
  surname: "Lovelace-Quux",
  email: "ada.quux@example.org",
  phone: "+33612345678",
};
const charles = { ...ada, email: "charles.quux@example.org", authentication: "sms", phone: "+33687654321" };
const drawing = drawnSignature().toString("base64");

let service: TestService;
let written = "";
let failing: "mail" | "stamps" | null = null;
/** What must stand in no line, by what it is. */
const secrets: Record<string, string> = {
  "an e-mail address": "quux@example",
  "an e-mail address, encoded": encodeURIComponent("ada.quux@example.org"),
  "a phone number": "33612345678",
  "another phone number": "687654321",
  "a name": "Quux",
  "a drawn signature": drawing.slice(100, 140),
};

/** An error as a provider's client makes it: with the request in it. */
function providersError(message: string): Error {
  const request = {
    to: ada.email,
    body: "Your code is 123456",
    headers: { authorization: "Bearer provider-secret" },
  };
  return Object.assign(new Error(message), {
    config: request,
    recipients: [ada.email],
    response: { request },
  });
}

beforeAll(async () => {
  const write = (line: string) => {
    written += line;
  };
  const log = jsonLog("info", { write });
  service = await startService({ replace: { log } });
  const { mailer, timestampAuthority } = service.platform;
  const own = timestampAuthority.test;
  Object.assign(service.platform, {
    mailer: {
      send: async (email: Parameters<NonNullable<typeof mailer>["send"]>[0]) => {
        if (failing === "mail")
          throw new DeliveryError("unavailable", "The mail server is away.", providersError("EAWAY"));
        return mailer!.send(email);
      },
    },
    timestampAuthority: {
      ...timestampAuthority,
      test: {
        maxTokenBytes: own.maxTokenBytes,
        timestamp: async (digest: Uint8Array) => {
          if (failing === "stamps") throw new TimestampError("unavailable", "Away.", providersError("EAWAY"));
          return own.timestamp(digest);
        },
      },
    },
  });
  await everythingThatHappens();
});
afterAll(() => service.stop());

/** The whole procedure, and what can go wrong in it. */
async function everythingThatHappens(): Promise<void> {
  const { apiKey } = await service.tenant();
  const client = new ApiClient(service.baseUrl, apiKey);
  secrets["an API key"] = apiKey.slice(-20);
  const pdf = Buffer.from(await sampleContract());
  const content = pdf.toString("base64");
  secrets["a document in base64"] = content.slice(0, 40);
  secrets["a document"] = "%PDF-";
  const make = (signers: object[]) =>
    client.createOrder({ title: "Lease", documents: [{ name: "lease.pdf", content }], signers });

  const order = await make([ada, charles]);
  await signByPage(order);
  await signByKey(client, order);
  const key = await client.post<{ secret: string }>("/v1/api-keys", { name: "x" });
  secrets["a new API key"] = key.body.secret.slice(-20);
  for (const what of ["", "/events", "/audit", "/evidence"])
    await client.get(`/v1/orders/${order.id}${what}`);

  // Refusals that hold what was sent.
  await client.refused("POST", "/v1/orders", {
    title: "x",
    signers: [{ ...ada, email: `${ada.email} ${ada.phone}` }],
  });
  await client.refused("GET", `/v1/orders/${encodeURIComponent(ada.email)}`);
  await client.refused("GET", `/v1/${encodeURIComponent(ada.email)}?to=${encodeURIComponent(ada.phone)}`);
  await new ApiClient(service.baseUrl, `${apiKey}x`).refused("GET", "/v1/orders");
  await client.refused("POST", "/v1/orders", `{"email":"${ada.email}"`);

  // Faults of ours, of providers and of the database, whose errors hold rows and requests.
  failing = "mail";
  const unsent = await make([ada]);
  await client.refused("POST", `/v1/orders/${unsent.id}/signers/${unsent.signers[0]!.id}/otp`);
  failing = "stamps";
  await signByPage(await make([ada]));
  service.clock.advance(3600);
  await sweep(service.platform);
  failing = null;
  await brokenDatabase(client, () => make([ada]));
}

async function signByPage(order: OrderView): Promise<void> {
  const browser = new SignerBrowser(order, 0, service.outbox);
  const label = Object.keys(secrets).length;
  secrets[`a signing link's token (${label})`] = browser.path.split("/")[2]!;
  await browser.open();
  const links = await browser.client.get<{ documents: { url: string }[] }>(`${browser.path}/pdf-url`);
  const link = new URL(links.body.documents[0]!.url);
  secrets[`the MAC of a document's link (${label})`] = link.searchParams.get("mac") ?? link.search;
  await browser.client.get(`${link.pathname}${link.search}`);
  const otp = await browser.receiveCode();
  secrets[`a code (${label})`] = otp;
  const wrong = otp === "000000" ? "000001" : "000000";
  await browser.client.post(`${browser.path}/verify-otp`, { otp: wrong });
  const { body } = await browser.client.post<{ sessionToken: string }>(`${browser.path}/verify-otp`, { otp });
  secrets[`a session (${label})`] = body.sessionToken.split(".")[2]!;
  const { consent } = await browser.status();
  await browser.client.post(
    `${browser.path}/sign`,
    { consentText: consent.text, typedName: "Ada Quux", signatureImageBase64: drawing },
    { Authorization: `Bearer ${body.sessionToken}` },
  );
}

async function signByKey(client: ApiClient, order: OrderView): Promise<void> {
  const path = `/v1/orders/${order.id}/signers/${order.signers[1]!.id}`;
  await client.post(`${path}/otp`);
  const browser = new SignerBrowser(order, 1, service.outbox);
  const otp = await browser.newestCode();
  secrets["a code by SMS"] = otp;
  await client.post(`${path}/sign`, { otp, consent_text: (await browser.status()).consent.text });
}

/** A constraint that no row satisfies: PostgreSQL tells of the whole row that failed. */
async function brokenDatabase(client: ApiClient, make: () => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: service.adminUrl });
  await admin.connect();
  try {
    await admin.query("ALTER TABLE signers ADD CONSTRAINT broken CHECK (email IS NULL) NOT VALID");
    await expect(make()).rejects.toThrow(/internal_error/);
    await admin.query("ALTER TABLE signers DROP CONSTRAINT broken");
    await admin.query("ALTER TABLE orders DROP CONSTRAINT orders_external_id_check");
    await admin.query("ALTER TABLE orders ALTER COLUMN external_id TYPE uuid USING external_id::uuid");
    await client.refused("GET", `/v1/orders?external_id=${encodeURIComponent(ada.email)}`);
  } finally {
    await admin.end();
  }
}

const lines = () =>
  written
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

test("what went wrong is in the log, with what is needed to find it", () => {
  const errors = lines().filter((line) => line.level >= 40);
  const messages = new Set(errors.map((line) => line.msg));
  for (const message of [
    "a code could not be sent",
    "a signing did not succeed and will be tried again",
    "request failed",
  ]) {
    expect(messages).toContain(message);
  }
  const failed = JSON.stringify(errors.filter((line) => line.msg === "request failed"));
  // The constraint, PostgreSQL's own codes, and the statements.
  for (const trace of ["broken", "23514", "INSERT INTO signers", "22P02", "SELECT"])
    expect(failed).toContain(trace);
  const signing = JSON.stringify(errors.filter((line) => line.msg.startsWith("a signing")));
  for (const trace of ["TimestampError", "EAWAY", "performSigning"]) expect(signing).toContain(trace);
});

test("each request is one line with its id, its route's pattern, its status and its time", async () => {
  const before = lines().length;
  const { headers } = await new ApiClient(service.baseUrl, null).get(`/s/${"A".repeat(43)}/signers/x/status`);
  const [line, ...more] = lines().slice(before);
  expect(more).toEqual([]);
  expect(line).toMatchObject({
    level: 30,
    msg: "request",
    request_id: headers.get("Request-Id"),
    method: "GET",
    route: "/s/:link/signers/:signer/status",
    status: 404,
    ms: expect.any(Number),
  });
});

test("no line holds a code, a key, a token, a document, an address, a number or a name", () => {
  expect(lines().length).toBeGreaterThan(40);
  expect(Object.keys(secrets).length).toBeGreaterThan(15);
  const found = Object.entries(secrets).flatMap(([what, secret]) =>
    lines()
      .map((line) => JSON.stringify(line))
      .filter((line) => line.includes(secret) || line.includes("provider-secret"))
      .map((line) => `${what}: ${line.slice(0, 2000)}`),
  );
  expect(found).toEqual([]);
});
