import { sweep } from "../../../../../api/work/sweeper.js";
import { ada } from "../../../../support/orderDesk.js";
import { HistoryDesk } from "../history/historyDesk.js";

let history: HistoryDesk;
beforeEach(async () => {
  history = await HistoryDesk.open();
});
afterEach(() => history.close());

const day = 86_400;

async function lanes(): Promise<string[]> {
  const rows = await history.desk.sql<{ lane: string }>("SELECT lane FROM webhook_lanes ORDER BY lane");
  return rows.map(({ lane }) => lane);
}

/** An order with a callback that nobody takes; what is told of it ends here. */
async function endedOrder(host: string): Promise<void> {
  const { port } = new URL(history.receiver.origin);
  const callback = { url: `http://${host}:${port}/`, form: "eu_ses" };
  const { id } = await history.desk.order([ada], { callback });
  await history.desk.client.post(`/v1/orders/${id}/cancel`);
}

async function forget(days: number): Promise<void> {
  history.desk.service.clock.advance(days * day);
  while ((await sweep(history.desk.service.platform)) > 0);
}

test("how it went with an origin of callbacks is forgotten with what was told there, unless something waits or it is an endpoint's", async () => {
  history.receiver.answer = (response) => response.writeHead(500).end();
  await history.endpoint("/hook", { events: ["order.created"] });
  const [endpoint] = await lanes();
  await endedOrder("127.0.0.1");
  await endedOrder("127.0.0.2");
  await history.tell();
  expect(await lanes()).toHaveLength(3);
  await forget(29);
  await endedOrder("127.0.0.1");
  await forget(2);
  const waiting = await history.desk.sql<{ lane: string }>(
    "SELECT DISTINCT lane FROM webhook_deliveries WHERE kind = 'callback' AND state = 'pending'",
  );
  expect(await lanes()).toEqual([endpoint!, waiting[0]!.lane].sort());
  await history.tell();
  await forget(32);
  expect(await lanes()).toEqual([endpoint]);
});
