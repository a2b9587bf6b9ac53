import { setTimeout as wait } from "node:timers/promises";
import { sampleContract } from "../../api/demo/sampleContract.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import { ApiClient } from "../support/apiClient.js";
import { DocumentServer } from "../support/documentServer.js";
import { KillableService } from "./killableService.js";

const orders = 40;
let service: KillableService;
let elsewhere: DocumentServer;

beforeAll(async () => {
  service = await KillableService.prepare(["api", "worker", "worker"]);
  elsewhere = await DocumentServer.start();
}, 60_000);
afterAll(async () => {
  await elsewhere.stop();
  await service.remove();
}, 60_000);

test("two workers fetch the documents of many orders, and when one is killed the other fetches what it had begun: each order is sent once", async () => {
  const pdf = await sampleContract();
  elsewhere.at("/slowly", (response) => setTimeout(() => response.writeHead(200).end(pdf), 100));
  await service.start();
  const client = new ApiClient(service.baseUrl, await service.apiKey());
  for (let number = 1; number <= orders; number++) {
    await client.createOrder({
      title: `Agreement ${number}`,
      labels: ["afar"],
      fetch_later: true,
      documents: ["a.pdf", "b.pdf"].map((name) => ({ name, url: elsewhere.url("/slowly") })),
      signers: [{ given_name: "Ada", surname: "Lovelace", email: "ada@example.org" }],
    });
    if (number === orders / 2) await service.programs[2]!.kill();
  }
  // Long enough for what it had begun to be somebody's again.
  await service.letTimePass();
  const ready = async () =>
    (await client.get<{ data: OrderView[] }>("/v1/orders?label=afar&state=ready&limit=100")).body.data;
  while ((await ready()).length < orders) await wait(100);
  expect(await ready()).toHaveLength(orders);
  for (const order of await ready()) {
    expect(order.documents.map(({ name }) => name)).toEqual(["a.pdf", "b.pdf"]);
    const { body } = await client.get<{ data: { type: string }[] }>(`/v1/orders/${order.id}/events`);
    const types = body.data.map(({ type }) => type).filter((type) => type !== "message.sent");
    expect(types).toEqual([
      "order.created",
      "signer.added",
      "document.added",
      "document.added",
      "order.sent",
    ]);
  }
  expect(await service.sql("SELECT 1 FROM awaited_orders")).toEqual([]);
  await service.letTimePass();
  while ((await service.sql("SELECT 1 FROM object_claims")).length > 0) await wait(100);
  const rows = await service.sql<{ key: string }>(
    "SELECT object_key AS key FROM document_revisions ORDER BY 1",
  );
  expect(await service.objectKeys()).toEqual(rows.map(({ key }) => key));
}, 120_000);
