import type { ErasureView } from "../../../../api/dataSubjects/erasureView.js";
import { workErasure } from "../../../../api/dataSubjects/workErasure.js";
import { parsePublicId } from "../../../../api/ids/id.js";
import type { PurgeView } from "../../../../api/retention/purgeView.js";
import { sweep } from "../../../../api/work/sweeper.js";
import { drawnSignature } from "../../../support/drawnSignature.js";
import { charles, OrderDesk } from "../../../support/orderDesk.js";
import { base, erase, somebody } from "./erasureDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

test("what a person drew is deleted from the store, with a receipt, and what others drew is not", async () => {
  const person = somebody();
  const order = await desk.order([
    {
      ...person,
      placements: [{ kind: "initials", name: "own", page: 1, x: 50, y: 50, width: 90, height: 30 }],
    },
    {
      ...charles,
      placements: [{ kind: "initials", name: "other", page: 1, x: 250, y: 50, width: 90, height: 30 }],
    },
  ]);
  const drawing = `data:image/png;base64,${drawnSignature().toString("base64")}`;
  for (const [index, name] of ["own", "other"].entries()) {
    const fields = `/v1/orders/${order.id}/signers/${order.signers[index]!.id}/fields`;
    expect((await desk.client.request("PUT", fields, { values: { [name]: drawing } })).status).toBe(200);
  }
  const drawn = async () => (await desk.objectKeys()).filter((key) => key.includes("/initials/")).length;
  const before = await drawn();
  await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "Not needed any more" });

  await erase(desk, person.email);
  await sweep(desk.service.platform);

  expect(await drawn()).toBe(before - 1);
  const purges = await desk.client.get<{ data: PurgeView[] }>(`/v1/orders/${order.id}/purges`);
  expect(purges.body.data).toEqual([
    expect.objectContaining({ subject: "signer", reason: "erasure", state: "done" }),
  ]);
  expect(JSON.parse(purges.body.data[0]!.receipt!)).toMatchObject({
    signer: order.signers[0]!.id,
    objects: 1,
  });
});

test("two processes that work at one erasure erase once", async () => {
  const person = somebody();
  const order = await desk.order([person]);
  await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "Not needed any more" });
  const { body } = await desk.client.post<ErasureView>(base, { email: person.email });
  const id = parsePublicId("ers", body.id)!;
  const { platform } = desk.service;
  const worked = await Promise.all([1, 2, 3].map(() => workErasure(platform, desk.tenantId, id)));
  expect(worked.filter(Boolean)).toHaveLength(1);
  expect(await desk.count(order, "signer.erased")).toEqual([1]);
});

test("an erasure that broke off is tried again, and shown among what is stuck after some tries", async () => {
  const person = somebody();
  const order = await desk.order([person]);
  await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "Not needed any more" });
  const { body } = await desk.client.post<ErasureView>(base, { email: person.email });
  const random = {
    ...desk.service.platform.random,
    bytes: () => {
      throw new Error("no randomness");
    },
  };
  await desk.replacing({ random }, async () => {
    for (let tries = 0; tries < 3; tries++) {
      await sweep(desk.service.platform);
      desk.service.clock.advance(3600);
    }
  });
  const stuck = await desk.client.get<{ data: object[] }>("/v1/stuck-work");
  expect(stuck.body.data).toContainEqual(
    expect.objectContaining({ kind: "erasure", subject: parsePublicId("ers", body.id), order: null }),
  );
  expect((await desk.read(order)).signers[0]).toMatchObject({ email: person.email });
  await sweep(desk.service.platform);
  expect((await desk.client.get<ErasureView>(`${base}/${body.id}`)).body).toMatchObject({
    state: "done",
    erased: 1,
  });
});
