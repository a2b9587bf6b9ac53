import { X509Certificate } from "node:crypto";
import { ApiClient } from "../../../support/apiClient.js";
import { openssl } from "../../../support/openssl.js";
import { ada, OrderDesk } from "../../../support/orderDesk.js";
import { startService, type TestService } from "../../../support/service.js";
import { type IssuedCertificate, issueTo, TlsCaller } from "../../../support/tlsCaller.js";
import { listen, toldOf } from "../webhooks/catalogue/listener.js";

let desk: OrderDesk;
let mine: IssuedCertificate;
const callers: TlsCaller[] = [];

beforeAll(async () => {
  desk = await OrderDesk.open({ mutualTls: true });
  await listen(desk);
  mine = await issueTo(desk.client);
});
afterAll(async () => {
  for (const caller of callers) caller.close();
  await desk.close();
});

function caller(credentials: object = {}, service: TestService = desk.service): TlsCaller {
  const made = new TlsCaller(service, credentials);
  callers.push(made);
  return made;
}

const withFile = ({ pfx, passphrase }: IssuedCertificate) => caller({ pfx, passphrase });
const bearer = (apiKey: string | null) => ({ Authorization: `Bearer ${apiKey}` });

/** A key of the desk's tenant, and a certificate for it. */
async function another(more: object = {}) {
  const { body } = await desk.client.post<{ id: string; secret: string }>("/v1/api-keys", {
    name: "k",
    ...more,
  });
  const client = new ApiClient(desk.service.baseUrl, body.secret);
  return { client, key: body.id, certificate: await issueTo(client) };
}

/** What was told of refusals of one certificate. */
const toldReasons = async ({ id }: IssuedCertificate) =>
  (await toldOf(desk, "access.refused"))
    .map(({ data }) => data as { certificate: string; reason: string })
    .filter(({ certificate }) => certificate === id)
    .map(({ reason }) => reason);

describe("a client certificate lets in", () => {
  test("whoever has its key, with what its API key may do", async () => {
    const order = await desk.order();
    const answer = await withFile(mine).get(`/v1/orders/${order.id}`);
    expect([answer.status, answer.body["id"]]).toEqual([200, order.id]);
  });

  test("together with the Bearer key that it acts for", async () => {
    expect((await withFile(mine).get("/v1/orders", bearer(desk.client.apiKey))).status).toBe(200);
  });

  test("to no more than its key's scopes", async () => {
    const { certificate } = await another({ scopes: ["orders:read", "keys:write"] });
    const refused = await withFile(certificate).get("/v1/api-keys");
    expect([refused.status, refused.code, refused.body["scope"]]).toEqual([
      403,
      "scope_missing",
      "keys:read",
    ]);
  });

  test("a test certificate to no live order: it is not there", async () => {
    const live = await desk.service.tenant("Live", "live");
    const client = new ApiClient(desk.service.baseUrl, live.apiKey);
    const documents = [{ name: "agreement.pdf", content: desk.content }];
    const order = await client.createOrder({ title: "Lease", documents, signers: [ada] });
    const testKey = await client.post<{ secret: string }>("/v1/api-keys", { name: "t", mode: "test" });
    const test = await issueTo(new ApiClient(desk.service.baseUrl, testKey.body.secret));
    const liveFile = await issueTo(client);
    expect((await withFile(liveFile).get(`/v1/orders/${order.id}`)).status).toBe(200);
    const refused = await withFile(test).get(`/v1/orders/${order.id}`);
    expect([refused.status, refused.code]).toEqual([404, "not_found"]);
  });

  test("an API key without any certificate is taken on the TLS port as well", async () => {
    expect((await caller().get("/v1/orders", bearer(desk.client.apiKey))).status).toBe(200);
  });
});

describe("a browser's certificate", () => {
  const host = () => new URL(desk.service.tlsUrl).host;

  test.each<[string, () => Record<string, string>]>([
    ["Sec-Fetch-Site: cross-site", () => ({ "Sec-Fetch-Site": "cross-site" })],
    ["Sec-Fetch-Site: same-site", () => ({ "Sec-Fetch-Site": "same-site" })],
    ["another Origin", () => ({ Origin: "https://evil.example" })],
    ["an Origin that is hidden", () => ({ Origin: "null" })],
  ])("is of no use to a page of another site: %s", async (_how, headers) => {
    const refused = await withFile(mine).get("/v1/orders", headers());
    expect(refused).toMatchObject({ status: 401, code: "api_key_missing" });
    const withKey = { ...headers(), ...bearer(desk.client.apiKey) };
    expect((await withFile(mine).get("/v1/orders", withKey)).status).toBe(200);
  });

  test("lets in whoever opens an address, and pages of the service itself", async () => {
    for (const headers of [
      { "Sec-Fetch-Site": "none" },
      { "Sec-Fetch-Site": "same-origin", Origin: `https://${host()}` },
      { Origin: `https://${host()}` },
    ]) {
      expect((await withFile(mine).get("/v1/orders", headers as Record<string, string>)).status).toBe(200);
    }
  });
});

describe("401 that says what is wrong:", () => {
  test("no certificate, and no key", async () => {
    const { status, code, body } = await caller().get("/v1/orders");
    expect([status, code, body["detail"]]).toEqual([
      401,
      "certificate_missing",
      "No client certificate came with the TLS connection, and no API key as `Authorization: Bearer …`.",
    ]);
  });

  test("a self-signed certificate with the same subject as a good one", async () => {
    const subject = `/${new X509Certificate(mine.pem).subject.replaceAll("\n", "/")}`;
    const made = await selfSigned(subject);
    expect(new X509Certificate(made).subject).toBe(new X509Certificate(mine.pem).subject);
    expect(await caller({ key: made, cert: made }).get("/v1/orders")).toMatchObject({
      status: 401,
      code: "certificate_unknown",
    });
  });

  test("a certificate of another installation's authority, which has the same name", async () => {
    const elsewhere = await startService();
    try {
      const { apiKey } = await elsewhere.tenant();
      const theirs = await issueTo(new ApiClient(elsewhere.baseUrl, apiKey));
      expect(await withFile(theirs).get("/v1/orders")).toMatchObject({
        status: 401,
        code: "certificate_unknown",
      });
    } finally {
      await elsewhere.stop();
    }
  });

  test("a good certificate of another tenant beside a Bearer key", async () => {
    const { apiKey } = await desk.service.tenant("Theirs");
    const theirs = await issueTo(new ApiClient(desk.service.baseUrl, apiKey));
    const refused = await withFile(theirs).get("/v1/orders", bearer(desk.client.apiKey));
    expect(refused).toMatchObject({ status: 401, code: "certificate_unknown" });
    expect(refused.body["detail"]).toMatch(/acts for another API key/);
  });

  test("a good certificate of another key of the same tenant beside a Bearer key", async () => {
    const { certificate } = await another();
    const refused = await withFile(certificate).get("/v1/orders", bearer(desk.client.apiKey));
    expect(refused).toMatchObject({ status: 401, code: "certificate_unknown" });
  });

  test("a certificate that is good beside a Bearer key that is not", async () => {
    const refused = await withFile(mine).get("/v1/orders", bearer(`paraph_test_${"A".repeat(43)}`));
    expect(refused).toMatchObject({ status: 401, code: "api_key_invalid" });
  });

  test("one that was revoked, on a connection that was open before and on a resumed session", async () => {
    const { client, certificate } = await another();
    const kept = withFile(certificate);
    expect(await kept.get("/v1/orders")).toMatchObject({ status: 200, reused: false });
    expect(await kept.get("/v1/orders")).toMatchObject({ status: 200, reused: true });
    expect(await kept.resuming("/v1/orders")).toMatchObject({ status: 200, resumed: true });
    expect((await client.request("DELETE", `/v1/client-certificates/${certificate.id}`)).status).toBe(200);
    const refusal = { status: 401, code: "certificate_revoked" };
    expect(await kept.get("/v1/orders")).toMatchObject({ ...refusal, reused: true });
    expect(await kept.resuming("/v1/orders")).toMatchObject({ ...refusal, resumed: true });
    expect(await withFile(certificate).get("/v1/orders")).toMatchObject({ ...refusal, resumed: false });
    expect(await toldReasons(certificate)).toEqual(["certificate_revoked"]);
  });

  test("one whose API key was revoked", async () => {
    const { key, certificate } = await another();
    const kept = withFile(certificate);
    expect((await kept.get("/v1/orders")).status).toBe(200);
    await desk.client.request("DELETE", `/v1/api-keys/${key}`);
    const refused = await kept.get("/v1/orders");
    expect(refused).toMatchObject({ status: 401, code: "certificate_revoked", reused: true });
    expect(refused.body["detail"]).toMatch(/API key .* was revoked/);
    expect(await toldReasons(certificate)).toEqual(["certificate_revoked"]);
  });

  test("one that has expired, and one whose API key has, by the service's clock", async () => {
    const end = (days: number) =>
      new Date(desk.service.clock.now().getTime() + days * 86_400_000).toISOString();
    const short = await issueTo(desk.client, { expires_at: end(10) });
    const { certificate: withKey } = await another({ expires_at: end(20) });
    const [first, second] = [withFile(short), withFile(withKey)];
    expect([(await first.get("/v1/orders")).status, (await second.get("/v1/orders")).status]).toEqual([
      200, 200,
    ]);
    desk.service.clock.advance(11 * 86_400);
    try {
      expect(await first.get("/v1/orders")).toMatchObject({ status: 401, code: "certificate_expired" });
      expect((await second.get("/v1/orders")).status).toBe(200);
      desk.service.clock.advance(10 * 86_400);
      expect(await second.get("/v1/orders")).toMatchObject({ status: 401, code: "certificate_expired" });
    } finally {
      desk.service.clock.advance(-21 * 86_400);
    }
    expect([await toldReasons(short), await toldReasons(withKey)]).toEqual([
      ["certificate_expired"],
      ["certificate_expired"],
    ]);
  });

  test("one that is not valid yet, but for a clock that is behind by a minute", async () => {
    const early = await issueTo(desk.client);
    desk.service.clock.advance(-50);
    expect((await withFile(early).get("/v1/orders")).status).toBe(200);
    desk.service.clock.advance(-20);
    try {
      expect(await withFile(early).get("/v1/orders")).toMatchObject({
        status: 401,
        code: "certificate_not_yet_valid",
      });
    } finally {
      desk.service.clock.advance(70);
    }
    expect(await toldReasons(early)).toEqual(["certificate_not_yet_valid"]);
  });
});

test("a header counts for nothing beside a TLS connection, be it with a certificate or without", async () => {
  const trusting = await startService({
    mutualTls: true,
    certificateHeader: { name: "client-cert", trusts: () => true },
  });
  try {
    const client = new ApiClient(trusting.baseUrl, (await trusting.tenant()).apiKey);
    const good = await issueTo(client);
    const header = { "Client-Cert": encodeURIComponent(good.pem) };
    expect((await client.get("/v1/orders", header)).status).toBe(200);
    const made = await selfSigned("/CN=Somebody");
    const foreign = caller({ key: made, cert: made }, trusting);
    expect(await foreign.get("/v1/orders", header)).toMatchObject({
      status: 401,
      code: "certificate_unknown",
    });
    const bare = caller({}, trusting);
    expect(await bare.get("/v1/orders", header)).toMatchObject({ status: 401, code: "certificate_missing" });
  } finally {
    for (const made of callers.splice(0)) made.close();
    await trusting.stop();
  }
});

async function selfSigned(subject: string): Promise<Buffer> {
  return openssl(
    ".",
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"],
    ...["-subj", subject, "-keyout", "-", "-out", "-"],
  );
}
