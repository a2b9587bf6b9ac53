import { createPrivateKey, X509Certificate } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describeWith } from "../../../support/judges.js";
import { openPkcs12 } from "../../../support/openPkcs12.js";
import { handshakeWith } from "../../../unit/engine/pkcs12/tlsDoor.js";
import { CertificateDesk } from "./certificateDesk.js";

const dayMs = 86_400_000;

let desk: CertificateDesk;
beforeAll(async () => {
  desk = await CertificateDesk.open();
});
afterAll(() => desk.close());

describeWith(["openssl"], "a new certificate's file", () => {
  test("opens with its password to the certificate, its key, and the authority of its mode", async () => {
    const { pkcs12, password, certificate } = await desk.issue();
    const opened = await openPkcs12(pkcs12, password);
    expect(opened.certificate.toString()).toBe(certificate);
    expect(opened.certificate.checkPrivateKey(opened.key)).toBe(true);
    expect(opened.authorities.map(String)).toEqual([String(await desk.authority("test"))]);
  });

  test("opens with the password that was asked for, and then with no other", async () => {
    const password = "a-password-of-mine";
    const issued = await desk.issue({ password });
    expect(issued.password).toBe(password);
    await openPkcs12(issued.pkcs12, password);
    await expect(openPkcs12(issued.pkcs12, "a-password-of-yours")).rejects.toThrow();
  });

  test.each([
    [{}, "ec", "prime256v1"],
    [{ key_type: "ec_p256" }, "ec", "prime256v1"],
    [{ key_type: "rsa_2048" }, "rsa", 2048],
  ])("holds for %j a key of %s, %s", async (body, type, size) => {
    const { pkcs12, password } = await desk.issue(body);
    const { key } = await openPkcs12(pkcs12, password);
    expect(key.asymmetricKeyType).toBe(type);
    const { namedCurve, modulusLength } = key.asymmetricKeyDetails!;
    expect(namedCurve ?? modulusLength).toBe(size);
  });
});

describe("a new certificate", () => {
  test("proves who calls, to a server that trusts the authority of its mode and nobody else's", async () => {
    const { pkcs12, password, fingerprint } = await desk.issue();
    const client = { pfx: Buffer.from(pkcs12, "base64"), passphrase: password };
    const [test, live] = [await desk.authority("test"), await desk.authority("live")];
    const seen = await handshakeWith(client, test.raw);
    expect(seen.authorized).toBe(true);
    expect(seen.fingerprint.replaceAll(":", "").toLowerCase()).toBe(fingerprint);
    expect(await handshakeWith(client, live.raw)).toMatchObject({ authorized: false });
  });

  test("names the tenant, the program and itself", async () => {
    const { certificate, id } = await desk.issue({ name: "ERP, Zürich" });
    const { subject, issuer } = new X509Certificate(certificate);
    expect(subject).toBe(`O=Test Company\nUID=${id}\nCN=ERP\\, Zürich`);
    expect(issuer).toBe("C=EU\nO=Paraph\nCN=Paraph Test Clients");
  });

  test("cuts a name that is too long for a certificate, and keeps it whole for the tenant", async () => {
    const name = "é".repeat(200);
    const issued = await desk.issue({ name });
    expect(issued.name).toBe(name);
    expect(new X509Certificate(issued.certificate).subject).toMatch(/CN=é{64}$/);
  });

  test("says of itself what it is", async () => {
    const issued = await desk.issue();
    const { serialNumber, fingerprint256, validTo } = new X509Certificate(issued.certificate);
    expect(issued).toMatchObject({
      object: "client_certificate",
      mode: "test",
      api_key: expect.stringMatching(/^key_/),
      name: "ERP",
      state: "active",
      serial_number: serialNumber.toLowerCase(),
      fingerprint: fingerprint256.replaceAll(":", "").toLowerCase(),
      expires_at: new Date(validTo).toISOString(),
      revoked_at: null,
    });
  });

  test("has a password of 25 characters that are not mistaken for others, and never the same", async () => {
    const passwords = [await desk.issue(), await desk.issue()].map(({ password }) => password);
    for (const password of passwords)
      expect(password).toMatch(/^([2-9a-hjkmnp-z]{5}-){4}[2-9a-hjkmnp-z]{5}$/);
    expect(passwords[0]).not.toBe(passwords[1]);
  });

  test("is shown again without its key and its password", async () => {
    const { id, pkcs12, password, ...rest } = await desk.issue();
    const { body } = await desk.client.get(`/v1/client-certificates/${id}`);
    expect(body).toEqual({ id, ...rest });
  });
});

describe("a certificate ends", () => {
  const end = async (body: object, client = desk.client) =>
    new Date((await desk.issue(body, client)).expires_at).getTime();
  const now = () => desk.desk.service.clock.now().getTime();
  const inDays = (days: number) => new Date(now() + days * dayMs).toISOString();

  test("after a year, or when it was asked to within three years, to the second", async () => {
    expect(Math.abs((await end({})) - now() - 365 * dayMs)).toBeLessThan(60_000);
    expect(await end({ expires_at: "2027-03-04T05:06:07.890Z" })).toBe(Date.parse("2027-03-04T05:06:07Z"));
    expect(await desk.refusal({ expires_at: inDays(1096) })).toEqual(invalid("expires_at"));
    expect(await desk.refusal({ expires_at: inDays(-1) })).toEqual(invalid("expires_at"));
  });

  test("no later than the key that it acts for, nor than the key that asks", async () => {
    const soon = inDays(10);
    const short = await desk.key({ expires_at: soon });
    const asShort = desk.as(short.secret);
    const second = Math.floor(Date.parse(soon) / 1000) * 1000;
    expect(await end({ api_key: short.id })).toBe(second);
    expect(await desk.refusal({ api_key: short.id, expires_at: inDays(11) })).toEqual(invalid("expires_at"));
    expect(await end({}, asShort)).toBe(second);
    const long = await desk.issue();
    expect(await end({ api_key: long.api_key }, asShort)).toBe(second);
  });
});

const invalid = (param: string) => ({ status: 422, code: "field_invalid", param });

describe("no certificate is issued", () => {
  test.each([
    [{ name: " " }, "name"],
    [{ name: "a\nb" }, "name"],
    [{ name: "\u202eerp" }, "name"],
    [{ name: "n".repeat(201) }, "name"],
    [{ password: "elevenchars" }, "password"],
    [{ password: "two words of it" }, "password"],
    [{ password: "pässwörd-of-mine" }, "password"],
    [{ password: "p".repeat(129) }, "password"],
    [{ key_type: "rsa_1024" }, "key_type"],
    [{ api_key: "key_1" }, "api_key"],
    [{ api_key: "key_01m84mb4g0fgz9yjvd5bj1s5eg" }, "api_key"],
  ])("for %j", async (body, param) => {
    expect(await desk.refusal(body)).toMatchObject({ param });
  });

  test("for a key that is revoked, another tenant's, or of the other mode", async () => {
    const gone = await desk.key();
    await desk.client.request("DELETE", `/v1/api-keys/${gone.id}`);
    const other = desk.as((await desk.desk.service.tenant("Other")).apiKey);
    const live = desk.as((await desk.desk.service.tenant("Live", "live")).apiKey);
    const testOfLive = await desk.key({ mode: "test" }, live);
    for (const [id, client] of [
      [gone.id, desk.client],
      [(await desk.key({}, other)).id, desk.client],
      [testOfLive.id, live],
    ] as const) {
      expect(await desk.refusal({ api_key: id }, client)).toEqual(invalid("api_key"));
    }
  });

  test("by a key without keys:write", async () => {
    const reader = await desk.key({ scopes: ["keys:read"] });
    expect(await desk.refusal({}, desk.as(reader.secret))).toMatchObject({ code: "scope_missing" });
  });

  test("for a key that has more scopes than the one that asks, be they ours or another API's", async () => {
    const issuer = desk.as((await desk.key({ scopes: ["keys:write", "keys:read"] })).secret);
    const reader = await desk.key({ scopes: ["keys:read"] });
    const orders = await desk.key({ scopes: ["keys:read", "orders:read"] });
    const calls = await desk.key({ scopes: ["GET:*/signatures"] });
    const refused = { status: 403, code: "scope_missing", param: "api_key" };
    expect(await desk.issue({ api_key: reader.id }, issuer)).toMatchObject({ api_key: reader.id });
    expect(await desk.refusal({ api_key: orders.id }, issuer)).toEqual(refused);
    expect(await desk.refusal({ api_key: calls.id }, issuer)).toEqual(refused);
  });
});

describe("a request that is repeated with its Idempotency-Key", () => {
  test("gets the same file and password, and makes nothing more", async () => {
    const key = await desk.key();
    const first = await desk.issue({ api_key: key.id }, desk.client, "one");
    expect(await desk.issue({ api_key: key.id }, desk.client, "one")).toEqual(first);
    expect((await desk.list(`?api_key=${key.id}`)).data).toHaveLength(1);
  });

  test("gets the same also from five requests at once", async () => {
    const key = await desk.key();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => desk.issue({ api_key: key.id }, desk.client, "five")),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await desk.list(`?api_key=${key.id}`)).data).toHaveLength(1);
  });

  test("is refused where it is another request", async () => {
    await desk.issue({}, desk.client, "two");
    const { body } = await desk.client.refused(
      "POST",
      "/v1/client-certificates",
      { name: "CRM" },
      { "Idempotency-Key": "two" },
    );
    expect(body.code).toBe("idempotency_key_reused");
  });
});

describeWith(["openssl"], "the private key and the password", () => {
  test("are written nowhere: to no table, no file and no log, but for the sealed answer to a repeat", async () => {
    const { pkcs12, password } = await desk.issue({ name: "Kept nowhere" }, desk.client, "kept");
    const { key } = await openPkcs12(pkcs12, password);
    const jwk = createPrivateKey(key.export({ type: "pkcs8", format: "pem" })).export({ format: "jwk" });
    const scalar = Buffer.from(jwk.d!, "base64url");
    const secrets = [Buffer.from(password), Buffer.from(pkcs12, "base64").subarray(100, 200), scalar];
    const { service } = desk.desk;
    const tables = await desk.desk.sql<{ name: string }>(
      `SELECT oid::regclass::text AS name FROM pg_class
       WHERE relkind IN ('r', 'p', 'm') AND relnamespace = 'public'::regnamespace`,
    );
    const rows = await Promise.all(
      tables.map(({ name }) => desk.desk.sql<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)),
    );
    const directory = join(service.objects, "..");
    const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((file) =>
      file.isFile(),
    );
    const contents = await Promise.all(
      files.map((file) => readFile(join(file.parentPath, file.name), "latin1")),
    );
    const atRest = [...rows.flat().map(({ row }) => row), ...contents, ...service.log].join("\n");
    expect(atRest).toContain("Kept nowhere");
    for (const secret of secrets) {
      for (const form of ["latin1", "hex", "base64"] as const)
        expect(atRest).not.toContain(secret.toString(form));
    }
  });
});
