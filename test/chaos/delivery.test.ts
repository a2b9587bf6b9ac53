import { setTimeout as wait } from "node:timers/promises";
import { sampleContract } from "../../api/demo/sampleContract.js";
import { ApiClient } from "../support/apiClient.js";
import { WebhookReceiver } from "../support/webhookReceiver.js";
import { KillableService } from "./killableService.js";

let service: KillableService;
let receiver: WebhookReceiver;

beforeAll(async () => {
  service = await KillableService.prepare();
  receiver = await WebhookReceiver.open();
}, 60_000);
afterAll(async () => {
  await receiver.close();
  await service.remove();
}, 60_000);

test("what was told by a process that was killed before it could note so is told again, with the same webhook-id and the same bytes", async () => {
  await service.start();
  const client = new ApiClient(service.baseUrl, await service.apiKey());
  const url = `${receiver.origin}/told`;
  expect((await client.post("/v1/webhook-endpoints", { url, events: ["order.created"] })).status).toBe(201);
  const neverAnswered = arrival(() => undefined);
  const content = Buffer.from(await sampleContract()).toString("base64");
  const order = {
    title: "Agreement",
    documents: [{ name: "agreement.pdf", content }],
    signers: [{ given_name: "Ada", surname: "Lovelace", email: "ada@example.org" }],
  };
  expect((await client.post("/v1/orders", order)).status).toBe(201);
  const before = await neverAnswered;
  expect(await deliveries()).toEqual([{ state: "pending", attempts: 1, noted: [] }]);
  await service.kill();

  // Its lease is over now.
  await service.letTimePass();
  const answered = arrival((response) => response.writeHead(204).end());
  await service.start();
  const after = await answered;
  expect({ id: after.id, body: after.body }).toEqual({ id: before.id, body: before.body });
  expect(JSON.parse(after.body)).toMatchObject({ type: "order.created" });
  await isNoted();
  expect(await deliveries()).toEqual([{ state: "delivered", attempts: 2, noted: [2] }]);
  expect(receiver.received).toHaveLength(2);
}, 120_000);

/** The next request. @param answer gives it an answer, or none */
function arrival(answer: WebhookReceiver["answer"]) {
  return new Promise<WebhookReceiver["received"][number]>((resolve) => {
    receiver.answer = (response, request) => {
      answer(response, request);
      resolve(request);
    };
  });
}

/** What is owed, and the numbers of the attempts of which it is known what came of them. */
function deliveries() {
  return service.sql(
    `SELECT d.state, d.attempts, ARRAY(SELECT a.number FROM webhook_attempts a
       WHERE a.tenant_id = d.tenant_id AND a.destination = d.destination AND a.notification_id = d.notification_id) AS noted
     FROM webhook_deliveries d`,
  );
}

async function isNoted(): Promise<void> {
  for (let looks = 0; looks < 100; looks++) {
    const open = await service.sql("SELECT 1 FROM webhook_deliveries WHERE state = 'pending'");
    if (open.length === 0) return;
    await wait(50);
  }
}
