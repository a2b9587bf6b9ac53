import { sampleContract } from "../../../api/demo/sampleContract.js";
import { ObjectStoreError } from "../../../api/ports/objectStore.js";
import { ApiClient } from "../../support/apiClient.js";
import { startService, type TestService } from "../../support/service.js";

let service: TestService;
let stranger: ApiClient;

beforeAll(async () => {
  service = await startService();
  stranger = new ApiClient(service.baseUrl, null);
});
afterAll(() => service.stop());

const order = {
  title: "Lease",
  signers: [{ given_name: "Ada", surname: "Lovelace", email: "ada@example.org" }],
};

describe("health", () => {
  test("is told to anybody: the process runs, and what it needs can be reached", async () => {
    expect(await stranger.get("/health")).toMatchObject({ status: 200, body: { status: "ok" } });
    const ready = await stranger.get("/ready");
    expect(ready).toMatchObject({
      status: 200,
      body: { status: "ready", checks: { database: true, documents: true } },
    });
    expect(ready.headers.get("Cache-Control")).toBe("no-store");
  });

  test("is not ready without the document store, and callers are asked to try again", async () => {
    const away = await startService({
      replace: {
        objectStore: new Proxy(service.platform.objectStore, {
          get: () => () => Promise.reject(new ObjectStoreError("unavailable", "The store is away.")),
        }),
      },
    });
    try {
      const anybody = new ApiClient(away.baseUrl, null);
      expect(await anybody.get("/ready")).toMatchObject({
        status: 503,
        body: { status: "not ready", checks: { database: true, documents: false } },
      });
      const caller = new ApiClient(away.baseUrl, (await away.tenant()).apiKey);
      const content = Buffer.from(await sampleContract()).toString("base64");
      const { status, headers, body } = await caller.refused("POST", "/v1/orders", {
        ...order,
        documents: [{ name: "lease.pdf", content }],
      });
      expect([status, body.code, headers.get("Retry-After")]).toEqual([503, "unavailable", "5"]);
      expect(body.detail).not.toContain("away");
    } finally {
      await away.stop();
    }
  });

  test("is not ready without the database; the process still runs, and no refusal tells what went wrong", async () => {
    const away = await startService();
    const { apiKey: key } = await away.tenant();
    await away.platform.database.close();
    try {
      const anybody = new ApiClient(away.baseUrl, null);
      expect(await anybody.get("/health")).toMatchObject({ status: 200 });
      expect(await anybody.get("/ready")).toMatchObject({
        status: 503,
        body: { status: "not ready", checks: { database: false, documents: true } },
      });
      const { status, body } = await new ApiClient(away.baseUrl, key).refused("GET", "/v1/orders");
      expect([status, body.code]).toEqual([500, "internal_error"]);
      expect(JSON.stringify(body)).not.toMatch(/pool|destroy|sql|select|knex/i);
    } finally {
      await away.stop();
    }
  });
});
