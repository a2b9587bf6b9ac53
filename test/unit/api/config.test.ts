import { readConfig } from "../../../api/config.js";

describe("the TLS port is configured", () => {
  test("by its port alone, with a certificate of our own, or with the operator's files; and not at all otherwise", () => {
    expect(readConfig({}).mutualTls).toBeNull();
    expect(readConfig({ MTLS_CERTIFICATE: "a.pem", MTLS_KEY: "a.key" }).mutualTls).toBeNull();
    expect(readConfig({ MTLS_PORT: "8443" }).mutualTls).toEqual({ port: 8443, files: null });
    const files = { MTLS_PORT: "8443", MTLS_CERTIFICATE: "a.pem", MTLS_KEY: "a.key" };
    expect(readConfig(files).mutualTls).toEqual({
      port: 8443,
      files: { certificate: "a.pem", key: "a.key" },
    });
  });

  test.each([
    [{ MTLS_PORT: "https" }, /MTLS_PORT takes a whole number/],
    [{ MTLS_PORT: "8443", MTLS_KEY: "a.key" }, /MTLS_CERTIFICATE is needed, because MTLS_KEY is set/],
    [{ MTLS_PORT: "8443", MTLS_CERTIFICATE: "a.pem" }, /MTLS_KEY is needed, because MTLS_CERTIFICATE is set/],
  ])("and half of it is refused: %j", (env, message) => {
    expect(() => readConfig(env)).toThrow(message);
  });
});

describe("the header of proxies is configured", () => {
  test("by its name and the proxies' addresses", () => {
    const env = { CLIENT_CERTIFICATE_HEADER: "Client-Cert", CLIENT_CERTIFICATE_PROXIES: "10.0.0.0/8, ::1" };
    expect(readConfig(env).certificateHeader).toEqual({
      name: "client-cert",
      proxies: ["10.0.0.0/8", "::1"],
    });
    expect(readConfig({ CLIENT_CERTIFICATE_PROXIES: "::1" }).certificateHeader).toBeNull();
  });

  test.each([
    [{}, /CLIENT_CERTIFICATE_PROXIES is needed, because CLIENT_CERTIFICATE_HEADER is set/],
    [{ CLIENT_CERTIFICATE_PROXIES: "10.0.0.0/8,proxy" }, /proxy is none/],
    [{ CLIENT_CERTIFICATE_PROXIES: "10.0.0.0/8,0.0.0.0/0" }, /0\.0\.0\.0\/0 would be everybody/],
    [{ CLIENT_CERTIFICATE_PROXIES: "::/0" }, /::\/0 would be everybody/],
    [
      { CLIENT_CERTIFICATE_HEADER: "no header", CLIENT_CERTIFICATE_PROXIES: "::1" },
      /takes the name of a header/,
    ],
  ])("and not so that anybody could send it: %j", (env, message) => {
    expect(() => readConfig({ CLIENT_CERTIFICATE_HEADER: "Client-Cert", ...env })).toThrow(message);
  });
});
