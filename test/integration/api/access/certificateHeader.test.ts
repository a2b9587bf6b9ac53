import { X509Certificate } from "node:crypto";
import type { CertificateHeader } from "../../../../api/request/certificateHeader.js";
import { ApiClient } from "../../../support/apiClient.js";
import { startService, type TestService } from "../../../support/service.js";
import { type IssuedCertificate, issueTo } from "../../../support/tlsCaller.js";

// Every connection of these tests comes from 127.0.0.1: who is trusted is what changes.
let trusted = true;
const certificateHeader: CertificateHeader = {
  name: "client-cert",
  trusts: (peer) => trusted && peer === "127.0.0.1",
};

let service: TestService;
let client: ApiClient;
let mine: IssuedCertificate;
beforeAll(async () => {
  service = await startService({ certificateHeader, proxies: 1 });
  client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
  mine = await issueTo(client);
});
afterAll(() => service.stop());
beforeEach(() => {
  trusted = true;
});

const nobody = () => new ApiClient(service.baseUrl, null);
const base64 = ({ pem }: IssuedCertificate) => new X509Certificate(pem).raw.toString("base64");
const withHeader = (value: string, more: object = {}) =>
  nobody().get<{ code?: string; detail?: string }>("/v1/orders", { "Client-Cert": value, ...more });

describe("from a trusted proxy", () => {
  test.each<[string, (certificate: IssuedCertificate) => string]>([
    ["URL-encoded PEM", ({ pem }) => encodeURIComponent(pem)],
    ["URL-encoded PEM whose plus signs and slashes stand as they are", ({ pem }) => encodeURI(pem)],
    ["a byte sequence of RFC 9440", (certificate) => `:${base64(certificate)}:`],
    ["base64 of DER", base64],
  ])("a certificate is taken as %s", async (_form, write) => {
    expect((await withHeader(write(mine))).status).toBe(200);
  });

  test("an empty header is no certificate: a Bearer key is taken, and nothing is not", async () => {
    expect((await client.get("/v1/orders", { "Client-Cert": "" })).status).toBe(200);
    expect(await withHeader("")).toMatchObject({ status: 401, body: { code: "api_key_missing" } });
  });

  test.each<[string, (certificate: IssuedCertificate) => string]>([
    ["text", () => "none"],
    ["two certificates", ({ pem }) => encodeURIComponent(pem + pem)],
    ["the header twice", (certificate) => `:${base64(certificate)}:, :${base64(certificate)}:`],
    ["a certificate cut off", (certificate) => base64(certificate).slice(0, -40)],
    ["a certificate with something behind it", (certificate) => `:${appended(certificate)}:`],
    [
      "a private key",
      () => encodeURIComponent("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"),
    ],
    ["percent signs that encode nothing", () => "-----BEGIN CERTIFICATE-----%zz"],
  ])("%s: 401 that says what is taken", async (_what, write) => {
    const { status, body } = await withHeader(write(mine));
    expect([status, body.code]).toEqual([401, "certificate_unknown"]);
    expect(body.detail).toMatch(/header client-cert .* PEM/);
  });

  test("a malformed one is refused beside a good Bearer key as well", async () => {
    const { status } = await client.get("/v1/orders", { "Client-Cert": "none" });
    expect(status).toBe(401);
  });

  test("a certificate of nobody here: 401 certificate_unknown", async () => {
    const other = new X509Certificate(mine.pem).raw;
    other[other.length - 1]! ^= 1;
    const refused = await withHeader(other.toString("base64"));
    expect(refused).toMatchObject({ status: 401, body: { code: "certificate_unknown" } });
  });
});

describe("from any other peer the header counts for nothing", () => {
  test("whatever X-Forwarded-For says", async () => {
    trusted = false;
    const forged = { "X-Forwarded-For": "127.0.0.1" };
    const refused = await withHeader(encodeURIComponent(mine.pem), forged);
    expect(refused).toMatchObject({ status: 401, body: { code: "api_key_missing" } });
  });

  test("a Bearer key is taken beside it, whatever stands in it", async () => {
    trusted = false;
    expect((await client.get("/v1/orders", { "Client-Cert": "none" })).status).toBe(200);
  });

  test("a service that was told of no header looks at none", async () => {
    const plain = await startService();
    try {
      const theirs = new ApiClient(plain.baseUrl, (await plain.tenant()).apiKey);
      const { pem } = await issueTo(theirs);
      const bare = new ApiClient(plain.baseUrl, null);
      const refused = await bare.refused("GET", "/v1/orders", undefined, {
        "Client-Cert": encodeURIComponent(pem),
      });
      expect(refused).toMatchObject({ status: 401, body: { code: "api_key_missing" } });
    } finally {
      await plain.stop();
    }
  });
});

function appended({ pem }: IssuedCertificate): string {
  return Buffer.concat([new X509Certificate(pem).raw, Buffer.of(0)]).toString("base64");
}
