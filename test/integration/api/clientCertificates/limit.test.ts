import type { Caller } from "../../../../api/apiKeys/caller.js";
import { scopes } from "../../../../api/apiKeys/scopes.js";
import { issueClientCertificate } from "../../../../api/clientCertificates/issueClientCertificate.js";
import { openDatabase } from "../../../../api/database/pool.js";
import { parsePublicId } from "../../../../api/ids/id.js";
import type { Platform } from "../../../../api/platform.js";
import { CertificateDesk } from "./certificateDesk.js";

let desk: CertificateDesk;
beforeEach(async () => {
  desk = await CertificateDesk.open();
});
afterEach(() => desk.close());

/** Certificates of a key, as if issued before. */
async function seed(keyId: string, count: number, more = ""): Promise<void> {
  const key = parsePublicId("key", keyId);
  await desk.desk.sql(
    `INSERT INTO client_certificates (tenant_id, id, mode, api_key_id, name, fingerprint, certificate, created_at,
       expires_at, revoked_at)
     SELECT tenant_id, gen_random_uuid(), mode, id, 'seeded', sha256(gen_random_uuid()::text::bytea), '\\x00', now(),
       ${more || "now() + interval '10 years', NULL"}
     FROM api_keys, generate_series(1, ${count}) WHERE id = '${key}'`,
  );
}

const live = async (keyId: string) => {
  const key = parsePublicId("key", keyId);
  const [row] = await desk.desk.sql<{ live: number }>(
    `SELECT count(*)::int AS live FROM client_certificates WHERE api_key_id = '${key}' AND revoked_at IS NULL`,
  );
  return row!.live;
};

test("a key has 50 certificates at a time; those that are revoked or over are not counted", async () => {
  const key = await desk.key();
  await seed(key.id, 49);
  await seed(key.id, 30, "now() + interval '10 years', now()");
  await seed(key.id, 30, "now() - interval '1 day', NULL");
  const last = await desk.issue({ api_key: key.id });
  const { body } = await desk.client.refused("POST", "/v1/client-certificates", {
    name: "One more",
    api_key: key.id,
  });
  expect(body).toMatchObject({ status: 422, code: "field_invalid", param: "api_key", limit: 50 });
  await desk.issue();
  await desk.revoke(last.id);
  await desk.issue({ api_key: key.id });
});

test("two processes that issue at once stay within the limit together", async () => {
  const { service, tenantId } = desk.desk;
  const key = await desk.key();
  await seed(key.id, 45);
  const other = await openDatabase(service.appUrl);
  const caller: Caller = {
    ...{ tenantId, apiKeyId: parsePublicId("key", key.id)!, certificateId: null, mode: "test" },
    ...{ scopes, paths: [], euSesBare: false, expiresAt: null },
  };
  const input = {
    name: "ERP",
    apiKeyId: null,
    keyType: "ec_p256",
    password: "x".repeat(20),
    expiresAt: null,
  } as const;
  const issue = (platform: Platform) => issueClientCertificate(platform, caller, input, null, () => "issued");
  try {
    const ours = Array.from({ length: 5 }, () => issue(service.platform));
    const theirs = Array.from({ length: 5 }, () => issue({ ...service.platform, database: other }));
    const outcomes = await Promise.allSettled([...ours, ...theirs]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
    expect(await live(key.id)).toBe(50);
  } finally {
    await other.close();
  }
});

test("no certificate is issued for a key that was revoked while its file was made", async () => {
  const key = await desk.key();
  const { service, tenantId } = desk.desk;
  const keyId = parsePublicId("key", key.id)!;
  const caller: Caller = {
    ...{ tenantId, apiKeyId: keyId, certificateId: null, mode: "test" },
    ...{ scopes, paths: [], euSesBare: false, expiresAt: null },
  };
  const { clientAuthority } = service.platform;
  const authority = Object.create(clientAuthority.test) as typeof clientAuthority.test;
  authority.issue = async (...parts) => {
    await desk.client.request("DELETE", `/v1/api-keys/${key.id}`);
    return clientAuthority.test.issue(...parts);
  };
  const platform = { ...service.platform, clientAuthority: { ...clientAuthority, test: authority } };
  const input = { name: "ERP", apiKeyId: null, keyType: "ec_p256", password: null, expiresAt: null } as const;
  const issuing = issueClientCertificate(platform, caller, input, null, () => "issued");
  await expect(issuing).rejects.toMatchObject({ code: "field_invalid", param: "api_key" });
  expect(await live(key.id)).toBe(0);
});

test("a process that dies once a certificate is signed leaves nothing behind, and the request can be repeated", async () => {
  const key = await desk.key();
  const { service, tenantId } = desk.desk;
  const caller: Caller = {
    ...{ tenantId, apiKeyId: parsePublicId("key", key.id)!, certificateId: null, mode: "test" },
    ...{ scopes, paths: [], euSesBare: false, expiresAt: null },
  };
  const input = { name: "ERP", apiKeyId: null, keyType: "ec_p256", password: null, expiresAt: null } as const;
  const once = { key: "again", fingerprint: Buffer.alloc(32) };
  const issue = (present: () => string) =>
    issueClientCertificate(service.platform, caller, input, once, present);
  const died = () => {
    throw new Error("died");
  };
  await expect(issue(died)).rejects.toThrow("died");
  expect(await live(key.id)).toBe(0);
  expect(await issue(() => "issued")).toEqual({ value: "issued", replayed: false });
  expect(await live(key.id)).toBe(1);
});
