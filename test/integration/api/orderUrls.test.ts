import type { ServerResponse } from "node:http";
import { sampleContract } from "../../../api/demo/sampleContract.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { ApiClient } from "../../support/apiClient.js";
import { type ProviderServer, type ReceivedRequest, startProvider } from "../../support/providerServer.js";
import { startService, type TestService } from "../../support/service.js";
import { storedObjects } from "../../support/storedObjects.js";
import { expectSource, limit, signers, variantOf } from "./documentSources.js";

let service: TestService;
let client: ApiClient;
let pdf: Buffer;

beforeAll(async () => {
  service = await startService({ limits: { documentBytes: limit, documentsPerOrder: 4 } });
  client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
  pdf = Buffer.from(await sampleContract());
});
afterAll(() => service.stop());

describe("a document at a URL", () => {
  let server: ProviderServer;
  let answer: (request: ReceivedRequest, response: ServerResponse) => unknown;
  beforeAll(async () => {
    server = await startProvider((request, response) => answer(request, response));
  });
  afterAll(() => server.stop());

  const order = (url: string) => ({ title: "Lease", documents: [{ name: "lease.pdf", url }], signers });

  test("is fetched and kept byte for byte, when a draft takes it as well", async () => {
    const bytes = variantOf(pdf, "from afar");
    answer = (_request, response) =>
      response.writeHead(200, { "content-type": "application/pdf" }).end(bytes);
    await expectSource(
      client,
      await client.createOrder(order(`${server.baseUrl}/lease.pdf?token=1`)),
      0,
      bytes,
    );
    expect(server.requests.at(-1)!.path).toBe("/lease.pdf?token=1");
    const draft = await client.createOrder({ title: "Draft", draft: true, signers });
    const { documents } = order(`${server.baseUrl}/more.pdf`);
    const added = await client.post<OrderView>(`/v1/orders/${draft.id}/documents`, { documents });
    await expectSource(client, added.body, 0, bytes);
  });

  test("is not fetched for an order that is refused before", async () => {
    const before = server.requests.length;
    await client.refused("POST", "/v1/orders", { ...order(server.baseUrl), signers: [] });
    await client.refused("POST", "/v1/orders/ord_x/documents", {
      documents: order(server.baseUrl).documents,
    });
    expect(server.requests).toHaveLength(before);
  });

  test.each([
    ["the address of a cloud's metadata", "http://169.254.169.254/latest/meta-data/", "address_forbidden"],
    ["a private address", "http://10.0.0.1/", "address_forbidden"],
    ["the loopback address of IPv6", "http://[::1]/", "address_forbidden"],
    ["a port where nobody listens", "http://127.0.0.1:2/", "unreachable"],
    ["a host that does not exist", "http://lease.invalid/", "unreachable"],
  ])("at %s is refused with the reason", async (_what, url, reason) => {
    const { status, body } = await client.refused("POST", "/v1/orders", order(url));
    expect([status, body.code, body.param, body["reason"]]).toEqual([
      422,
      "document_fetch_failed",
      "documents[0].url",
      reason,
    ]);
  });

  test.each<[string, (response: ServerResponse) => unknown, number, string, string, string | undefined]>([
    [
      "redirects",
      (r) => r.writeHead(302, { location: "http://127.0.0.1:1/" }).end(),
      422,
      "document_fetch_failed",
      "documents[0].url",
      "redirect_refused",
    ],
    [
      "answers 404",
      (r) => r.writeHead(404).end("no"),
      422,
      "document_fetch_failed",
      "documents[0].url",
      "status_not_ok",
    ],
    [
      "answers 500",
      (r) => r.writeHead(500).end(pdf),
      422,
      "document_fetch_failed",
      "documents[0].url",
      "status_not_ok",
    ],
    [
      "breaks off",
      (r) => r.writeHead(200, { "content-length": "5000" }).write("x", () => r.destroy()),
      422,
      "document_fetch_failed",
      "documents[0].url",
      "unreachable",
    ],
    [
      "sends too much",
      (r) => r.writeHead(200).end(Buffer.alloc(limit + 1)),
      413,
      "document_too_large",
      "documents[0].url",
      undefined,
    ],
    [
      "sends a page that asks to log in",
      (r) => r.writeHead(200, { "content-type": "text/html" }).end("<html>Log in</html>"),
      422,
      "document_not_a_pdf",
      "documents[0]",
      undefined,
    ],
    ["sends nothing", (r) => r.writeHead(200).end(), 422, "document_empty", "documents[0]", undefined],
  ])(
    "whose server %s is refused with the reason, and nothing is kept",
    async (_what, respond, status, code, param, reason) => {
      answer = (_request, response) => respond(response);
      const before = await storedObjects(service);
      const refused = await client.refused("POST", "/v1/orders", order(server.baseUrl));
      expect([refused.status, refused.body.code, refused.body.param, refused.body["reason"]]).toEqual([
        status,
        code,
        param,
        reason,
      ]);
      expect(await storedObjects(service)).toEqual(before);
    },
  );
});
