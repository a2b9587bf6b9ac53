import { CertificateDesk, path } from "./certificateDesk.js";

let certificates: CertificateDesk;
beforeEach(async () => {
  certificates = await CertificateDesk.open();
});
afterEach(() => certificates.close());

describe("a key that repeats another's request, Idempotency-Key and all,", () => {
  const headers = { "Idempotency-Key": "erp-2027" };
  const weaker = async () => certificates.as((await certificates.key({ scopes: ["keys:write"] })).secret);

  test.each([
    ["the file and password of a certificate", path],
    ["the secret of an API key", "/v1/api-keys"],
  ])("is not given %s that can do more than it", async (_what, to) => {
    const first = await certificates.client.post(to, { name: "ERP" }, headers);
    const again = await certificates.client.post(to, { name: "ERP" }, headers);
    expect([first.status, again.body]).toEqual([201, first.body]);
    const client = await weaker();
    const { status, body } = await client.refused("POST", to, { name: "ERP" }, headers);
    expect([status, body.code]).toEqual([422, "idempotency_key_reused"]);
  });
});
