import { once } from "node:events";
import { connect } from "node:net";
import { failureCodes } from "../../../api/failure/codes.js";
import type { Problem } from "../../../api/http/problem.js";
import { ApiClient } from "../../support/apiClient.js";
import { startService, type TestService } from "../../support/service.js";

let service: TestService;
let client: ApiClient;
let stranger: ApiClient;
let apiKey: string;

beforeAll(async () => {
  service = await startService({ limits: { documentBytes: 10_000 } });
  ({ apiKey } = await service.tenant());
  client = new ApiClient(service.baseUrl, apiKey);
  stranger = new ApiClient(service.baseUrl, null);
});
afterAll(() => service.stop());

const order = {
  title: "Lease",
  signers: [{ given_name: "Ada", surname: "Lovelace", email: "ada@example.org" }],
};

describe("a refusal", () => {
  test.each<
    [string, () => Promise<{ status: number; headers: Headers; body: Problem }>, number, Problem["code"]]
  >([
    ["without a key", () => stranger.refused("GET", "/v1/orders"), 401, "api_key_missing"],
    ["for what does not exist", () => client.refused("GET", "/v1/orders/x"), 404, "not_found"],
    ["on a route that does not exist", () => client.refused("GET", "/v1/nothing"), 404, "not_found"],
    [
      "on a route that does not exist, for anybody",
      () => stranger.refused("GET", "/nothing"),
      404,
      "not_found",
    ],
    [
      "of a method that a route does not have",
      () => client.refused("PUT", "/v1/orders", {}),
      404,
      "not_found",
    ],
    ["of a path that is no URL", () => client.refused("GET", "/v1/orders/%ff"), 404, "not_found"],
    [
      "of a signing link that is none",
      () => stranger.refused("GET", `/s/${"A".repeat(43)}/signers/x/status`),
      404,
      "not_found",
    ],
    ["of a field", () => client.refused("POST", "/v1/orders", {}), 422, "field_invalid"],
    ["of malformed JSON", () => client.refused("POST", "/v1/orders", '{"title":'), 400, "body_malformed"],
    [
      "of JSON that is no object",
      () => client.refused("POST", "/v1/orders", '"text"'),
      400,
      "body_malformed",
    ],
    [
      "of JSON with a byte that is no UTF-8",
      () => raw('{"title":"\xff"}', "application/json"),
      422,
      "field_invalid",
    ],
    ["of a text", () => raw("hello", "text/plain"), 415, "media_type_unsupported"],
    ["of XML", () => raw("<order/>", "application/xml"), 415, "media_type_unsupported"],
    ["of a form", () => raw("title=x", "application/x-www-form-urlencoded"), 415, "media_type_unsupported"],
    ["of a body of no type", () => raw("{}", ""), 415, "media_type_unsupported"],
    [
      "of JSON in another character set",
      () => raw("{}", "application/json; charset=iso-8859-1"),
      415,
      "media_type_unsupported",
    ],
    ["of multipart without a boundary", () => raw("x", "multipart/form-data"), 400, "body_malformed"],
    [
      "of multipart that ends in the middle",
      () => raw("--b\r\nhalf", "multipart/form-data; boundary=b"),
      400,
      "body_malformed",
    ],
    [
      "of a body beyond the bound",
      () => client.refused("POST", "/v1/orders", JSON.stringify({ title: "x".repeat(1_100_000) })),
      413,
      "body_too_large",
    ],
    [
      "of a signer's body beyond its bound",
      () => stranger.refused("POST", "/s/x/signers/x/sign", { consentText: "x".repeat(4_000_000) }),
      413,
      "body_too_large",
    ],
    [
      "of a signer's text",
      () => stranger.refused("POST", "/s/x/signers/x/verify-otp", "otp=1", { "Content-Type": "text/plain" }),
      415,
      "media_type_unsupported",
    ],
  ])("%s is a problem document, complete and consistent", async (_what, ask, status, code) => {
    const { headers, body, ...answer } = await ask();
    expect(headers.get("Content-Type")).toMatch(/^application\/problem\+json(;|$)/);
    expect([answer.status, body.status, body.code]).toEqual([status, status, code]);
    expect(body.request_id).toMatch(/^req_[0-9a-hjkmnp-tv-z]{26}$/);
    expect(headers.get("Request-Id")).toBe(body.request_id);
    expect(body.title).toBe(code.replaceAll("_", " "));
    expect(body.detail).toMatch(/^[A-Za-z`].{5,300}\.$/);
    const page = await (await fetch(body.type)).text();
    expect(body.type).toBe(`${service.baseUrl}/errors#${code}`);
    expect(page).toContain(`id="${code}"`);
  });

  /** A POST of a body under a media type, byte by byte. */
  async function raw(text: string, type: string) {
    const response = await fetch(`${service.baseUrl}/v1/orders`, {
      method: "POST",
      headers: { Authorization: `Bearer ${apiKey}`, ...(type !== "" && { "Content-Type": type }) },
      body: Buffer.from(text, "latin1"),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Problem };
  }

  test("never repeats a request id", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => client.get("/v1/orders/x")));
    expect(new Set(answers.map((answer) => answer.headers.get("Request-Id"))).size).toBe(20);
  });

  test("of a body beyond the bound names the limit and how to move it", async () => {
    const { body } = await client.refused(
      "POST",
      "/v1/orders",
      JSON.stringify({ title: "x".repeat(1_100_000) }),
    );
    expect(body).toMatchObject({ limit: 10_000, detail: expect.stringContaining("MAX_DOCUMENT_BYTES") });
  });

  test.each<[string, object, string, number]>([
    ["a text that is too long", { ...order, title: "x".repeat(201) }, "title", 200],
    ["a list that is too long", { ...order, labels: Array(21).fill("a") }, "labels", 20],
    [
      "a number that is too small",
      { ...order, signers: [{ ...order.signers[0], group: 0 }] },
      "signers[0].group",
      1,
    ],
  ])("of %s has the limit as a number", async (_what, body, param, limit) => {
    expect((await client.refused("POST", "/v1/orders", body)).body).toMatchObject({ param, limit });
  });

  test("of whatever code has a place on the page of errors", async () => {
    const page = await (await fetch(`${service.baseUrl}/errors`)).text();
    for (const [code, status] of Object.entries(failureCodes)) {
      expect(page).toContain(`<tr id="${code}"><td><code>${code}</code></td><td>${status}</td></tr>`);
    }
  });
});

test("a body of 500 MB without a key, or with a wrong one, is refused before any of it is sent", async () => {
  for (const authorization of ["", `Authorization: Bearer paraph_test_${"A".repeat(43)}\r\n`]) {
    const socket = connect(Number(new URL(service.baseUrl).port), "127.0.0.1");
    socket.write(
      `POST /v1/orders HTTP/1.1\r\nHost: x\r\n${authorization}Content-Type: application/json\r\nContent-Length: 500000000\r\n\r\n`,
    );
    const [head] = (await once(socket, "data")) as [Buffer];
    expect(head.toString()).toMatch(/^HTTP\/1\.1 401 /);
    socket.destroy();
  }
});

test("a body that says nothing of its size is cut off at the bound", async () => {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      if (sent > 100_000_000) controller.close();
      else controller.enqueue(new Uint8Array(65_536).fill(0x20));
    },
  });
  const response = await fetch(`${service.baseUrl}/v1/orders`, {
    method: "POST",
    headers: { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json" },
    body,
    duplex: "half",
  });
  expect(response.status).toBe(413);
  expect(((await response.json()) as Problem).code).toBe("body_too_large");
});

test("every answer forbids what a browser could do with it, and says nothing of the software", async () => {
  for (const path of ["/v1/orders", "/v1/orders/x", "/health", "/nothing", "/ca/roots.pem"]) {
    const { headers } = await client.get(path);
    expect(headers.get("Content-Security-Policy")).toBe("default-src 'none'");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Strict-Transport-Security")).toMatch(/^max-age=\d{8,}/);
    expect(headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(headers.get("Cross-Origin-Resource-Policy")).toBe("same-origin");
    expect(headers.get("Access-Control-Allow-Origin")).toBeNull();
    expect(headers.get("X-Powered-By")).toBeNull();
    expect(headers.get("Server")).toBeNull();
  }
});

test("nothing that a caller or a signer is told may be kept by a cache", async () => {
  const { body } = await client.post<{ id: string; signers: { id: string; signing_url: string }[] }>(
    "/v1/orders",
    {
      ...order,
      draft: true,
    },
  );
  const signer = body.signers[0]!;
  const link = new URL(signer.signing_url).pathname;
  for (const path of [
    "/v1/orders",
    `/v1/orders/${body.id}`,
    "/v1/orders/x",
    "/v1/api-keys",
    link,
    `${link}/signers/${signer.id}/status`,
  ]) {
    expect([path, (await client.get(path)).headers.get("Cache-Control")]).toEqual([
      path,
      expect.stringContaining("no-store"),
    ]);
  }
});
