import { ada, OrderDesk } from "../../../support/orderDesk.js";
import { faultsOf, listen, toldOf, toldSoFar } from "../webhooks/catalogue/listener.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
  await listen(desk);
});
afterAll(() => desk.close());

test("the trail tells how an order may be signed, and what its page hid and who could frame it when it was opened", async () => {
  const frames = ["https://crm.example"];
  await desk.client.post("/v1/profiles", { code: "crm", name: "CRM", page: { frame_ancestors: frames } });
  const order = await desk.order([ada], {
    profile: "crm",
    page: { hide: ["download_source"], complete_url: "https://crm.example/done?token=1" },
    signature_modes: ["typed"],
    time_zone: "Europe/Paris",
  });
  await desk.browser(order).open();
  // From now on another page could frame it: what has been shown is told as it was.
  await desk.client.request("PATCH", "/v1/profiles/crm", { page: { frame_ancestors: [] } });
  const trail = await desk.events(order);
  const data = (type: string) => trail.find((event) => event.type === type)?.data;
  expect(data("order.created")).toMatchObject({ signature_modes: ["typed"], time_zone: "Europe/Paris" });
  expect(data("link.opened")).toEqual({ hidden: ["download_source"], frame_ancestors: frames });
  expect(JSON.stringify(trail)).not.toContain("token=1");
});

test("the trail of an order that says nothing of its page says nothing of it either", async () => {
  const order = await desk.order();
  await desk.browser(order).open();
  const trail = await desk.events(order);
  expect(trail.find(({ type }) => type === "link.opened")?.data).toEqual({});
  expect(trail[0]!.data).not.toHaveProperty("time_zone");
});

test("whoever is told of it is told in the form that the catalogue describes", async () => {
  expect((await toldOf(desk, "order.created", "link.opened")).length).toBe(4);
  expect((await toldSoFar(desk)).flatMap(faultsOf)).toEqual([]);
});
