import { notificationTypes } from "../../../../../api/webhooks/catalogue/catalogue.js";
import type { JsonSchema } from "../../../../../api/webhooks/catalogue/jsonSchema.js";
import { payloadSchema } from "../../../../../api/webhooks/catalogue/payloadSchema.js";
import { OrderDesk } from "../../../../support/orderDesk.js";
import { everyEndpointEvent } from "./everyEndpointEvent.js";
import { everyKindOfOrder } from "./everyKindOfOrder.js";
import { faultsOf, listen, type Told, toldSoFar } from "./listener.js";

let desk: OrderDesk;
let told: Told[];
beforeAll(async () => {
  desk = await OrderDesk.open();
  await listen(desk);
  for (const run of Object.values(everyKindOfOrder)) await run(desk);
  await tenantsOwn(desk);
  await everyEndpointEvent(desk);
  told = await toldSoFar(desk);
}, 240_000);
afterAll(() => desk.close());

/** What a tenant does beside orders. */
async function tenantsOwn(desk: OrderDesk): Promise<void> {
  const { client } = desk;
  const { body } = await client.post<{ id: string }>("/v1/api-keys", { name: "CRM" });
  await client.request("DELETE", `/v1/api-keys/${body.id}`);
  const certificate = await client.post<{ id: string }>("/v1/client-certificates", { name: "ERP" });
  await client.request("DELETE", `/v1/client-certificates/${certificate.body.id}`);
  await client.request("PUT", "/v1/retention", { documents: "P1M", evidence: "P20Y", archive: true });
  await client.request("PUT", "/v1/allowed-addresses", { ranges: ["192.0.2.1"], force: true });
  await client.refused("GET", "/v1/orders");
  await desk.sql("DELETE FROM allowed_addresses");
}

test("whatever the service tells of is as the published schema of its type says", () => {
  expect(told.length).toBeGreaterThan(200);
  expect(told.flatMap(faultsOf)).toEqual([]);
});

test("every type of the catalogue is told of", () => {
  const seen = new Set(told.filter(({ payload }) => !payload.example).map(({ payload }) => payload.type));
  expect(notificationTypes.filter((type) => !seen.has(type))).toEqual(["endpoint.test"]);
  // Nothing happens by a test: it is an example.
  const examples = told.filter(({ payload }) => payload.example).map(({ payload }) => payload.type);
  expect(examples).toEqual(["endpoint.test", "order.completed"]);
});

test("every line of every trail is told of, once and with its number", async () => {
  const written = await desk.sql<{ order: string; seq: number }>(
    "SELECT chain_length AS seq, id AS order FROM orders",
  );
  const lines = told.filter(({ payload }) => "sequence" in payload.data && !payload.example);
  expect(lines.length).toBe(written.reduce((sum, { seq }) => sum + seq, 0));
  const numbers = lines.map(({ payload: { data } }) => `${data["order"]} ${data["sequence"]}`);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test("every member that a schema names has been told of", () => {
  const seen = new Set(told.flatMap(({ payload }) => membersIn(payload, payload.type)));
  const named = notificationTypes.flatMap((type) => membersNamed(payloadSchema(type), type));
  expect(named.filter((member) => !seen.has(member) && !member.endsWith(".example"))).toEqual([]);
});

/** Paths of the members of a value; of the items of a list all under one. */
function membersIn(value: unknown, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => membersIn(item, `${at}[]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, member]) => [
    `${at}.${name}`,
    ...membersIn(member, `${at}.${name}`),
  ]);
}

function membersNamed({ properties, items, anyOf }: JsonSchema, at: string): string[] {
  return [
    ...Object.entries(properties ?? {}).flatMap(([name, member]) => [
      `${at}.${name}`,
      ...membersNamed(member, `${at}.${name}`),
    ]),
    ...(items ? membersNamed(items, `${at}[]`) : []),
    ...(anyOf ?? []).flatMap((one) => membersNamed(one, at)),
  ];
}
