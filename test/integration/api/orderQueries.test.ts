import { sampleContract } from "../../../api/demo/sampleContract.js";
import { ApiClient } from "../../support/apiClient.js";
import { startService, type TestService } from "../../support/service.js";

let service: TestService;
let client: ApiClient;
let content: string;

beforeAll(async () => {
  service = await startService();
  client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
  content = Buffer.from(await sampleContract()).toString("base64");
});
afterAll(() => service.stop());

const signers = [{ given_name: "Ada", surname: "Lovelace", email: "ada@example.org" }];
const order = (more: object) => ({
  title: "Lease",
  documents: [{ name: "lease.pdf", content }],
  signers,
  ...more,
});

describe("metadata of 50 keys of 40 characters and values of 500", () => {
  test("is taken and given back as it was, whatever the keys are called", async () => {
    const keys = [
      "__proto__",
      "constructor",
      "toString",
      ...[...Array(47).keys()].map((key) => `${key}`.padEnd(40, "k")),
    ];
    const metadata: Record<string, string> = JSON.parse(
      `{${keys.map((key) => `"${key}":"${"v".repeat(500)}"`).join()}}`,
    );
    const { status, body } = await client.post<{ id: string }>("/v1/orders", order({ metadata }));
    expect(status).toBe(201);
    const read = await client.get<{ metadata: object }>(`/v1/orders/${body.id}`);
    expect(Object.entries(read.body.metadata).sort()).toEqual(Object.entries(metadata).sort());
  });
});

describe("a query", () => {
  test.each([
    ["/v1/orders?limit=0", "limit"],
    ["/v1/orders?limit=101", "limit"],
    ["/v1/orders?limit=ten", "limit"],
    ["/v1/orders?limit=2.5", "limit"],
    ["/v1/orders?state=lost", "state"],
    ["/v1/orders?external_id=%00", "external_id"],
    ["/v1/orders?external_id=a&external_id=b", "external_id"],
    ["/v1/api-keys?limit=0", "limit"],
    ["ORDER/events?after=-1", "after"],
    ["ORDER/events?after=ten", "after"],
    ["ORDER/events?after=2147483648", "after"],
    ["ORDER/events?after=99999999999999999999", "after"],
    ["ORDER/events?limit=1000", "limit"],
  ])("%s is refused with 422 that names the parameter", async (path, param) => {
    const { body } = await client.get<{ data: { id: string }[] }>("/v1/orders?limit=1");
    const answer = await client.refused("GET", path.replace("ORDER", `/v1/orders/${body.data[0]!.id}`));
    expect([answer.status, answer.body.code, answer.body.param]).toEqual([422, "field_invalid", param]);
    expect(answer.body.detail).toMatch(/^[^{}[\]]*\.$/);
    expect(answer.body.detail).not.toMatch(/^(\w+): \1/);
  });
});
