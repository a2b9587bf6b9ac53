import type { EuSesOrderView } from "../../../../api/dialects/euSes/presentOrder.js";
import { AwaitingDesk } from "../../../support/awaitingDesk.js";
import { asOrder, EuSesCaller } from "../../../support/euSesCaller.js";
import { leastRequest, mario } from "./requests.js";

let awaiting: AwaitingDesk;
let caller: EuSesCaller;

beforeAll(async () => {
  awaiting = await AwaitingDesk.open();
  caller = new EuSesCaller(awaiting.desk.service.baseUrl, awaiting.desk.client.apiKey);
});
afterAll(() => awaiting.close());

const statusOf = async (answer: Promise<{ status: number }>) => (await answer).status;

test("of the same request many times at once one order is made, with one document", async () => {
  const { desk } = awaiting;
  const before = (await desk.objectKeys()).length;
  const request = leastRequest(desk, { title: "At once" });
  const send = () =>
    caller.request<{ data?: EuSesOrderView; error: unknown }>("POST", "/EU-SES", request, {
      "Idempotency-Key": "at-once",
    });
  const answers = await Promise.all([1, 2, 3, 4].map(send));
  for (const { status } of answers) expect([200, 409]).toContain(status);
  const ids = answers.flatMap(({ body }) => (body.data ? [body.data.id] : []));
  expect(new Set(ids).size).toBe(1);
  expect(await desk.objectKeys()).toHaveLength(before + 1);
});

test("whoever deletes an order twice at once, and while its only signer signs, meets no error of ours, and one end of it", async () => {
  const { desk } = awaiting;
  const order = await caller.create(leastRequest(desk));
  const browser = desk.browser(asOrder(order));
  const remove = () => statusOf(caller.request("DELETE", `/signatures/${order.id}`));
  const [signed, ...removed] = await Promise.all([
    browser.sign().then(
      () => true,
      () => false,
    ),
    remove(),
    remove(),
  ]);
  for (const status of removed) expect([200, 409]).toContain(status);
  const { state, errorMessage } = await caller.detail(order.id);
  expect([state, errorMessage]).toEqual(signed ? ["DONE", undefined] : ["ERROR", "cancelled"]);
});

test("an order whose key was revoked while its document was awaited is sent all the same, as one that was sent before", async () => {
  const { desk, elsewhere } = awaiting;
  elsewhere.has("/lease.pdf", awaiting.pdf);
  const scopes = ["orders:read", "orders:write"];
  const made = await desk.client.post<{ id: string; secret: string }>("/v1/api-keys", { name: "k", scopes });
  const { id } = await new EuSesCaller(desk.service.baseUrl, made.body.secret).create({
    signers: [mario],
    inputDocuments: elsewhere.url("/lease.pdf"),
  });
  const revoked = await desk.client.request("DELETE", `/v1/api-keys/${made.body.id}`);
  expect(revoked.status).toBeLessThan(300);
  await awaiting.fetch();
  expect((await caller.detail(id)).state).toBe("WAIT_SIGN");
});
