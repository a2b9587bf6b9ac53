import { AwaitingDesk } from "../../../support/awaitingDesk.js";
import { uuidOf } from "../../../support/orderDesk.js";
import { advance, day, purgesOf, sweepTwice } from "../retention/retentionDesk.js";

let awaiting: AwaitingDesk;
beforeAll(async () => {
  awaiting = await AwaitingDesk.open();
});
afterAll(() => awaiting.close());

test("of an order that failed of a document nothing is kept longer than of any other: the document's name goes with its evidence", async () => {
  const { desk } = awaiting;
  const order = await awaiting.order(["/nobodys-lease"], {
    retention: { documents: "P1D", evidence: "P2D" },
  });
  await awaiting.fetch();
  expect((await desk.read(order)).state).toBe("failed");
  desk.service.clock.advance(2 * 3600);
  await sweepTwice(desk);
  await advance(desk, order, 3 * day);
  await sweepTwice(desk);
  expect((await purgesOf(desk, order)).map(({ subject, state }) => [subject, state]).sort()).toEqual([
    ["documents", "done"],
    ["evidence", "done"],
  ]);
  expect(await desk.sql(`SELECT 1 FROM awaited_documents WHERE order_id = '${uuidOf(order.id)}'`)).toEqual(
    [],
  );
  expect(JSON.stringify(await desk.read(order))).not.toContain("nobodys-lease");
});
