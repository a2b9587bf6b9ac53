import type { AllowedAddressesView } from "../../../../api/allowedAddresses/allowedAddressesController.js";
import { ApiClient } from "../../../support/apiClient.js";
import { OrderDesk } from "../../../support/orderDesk.js";
import { issueTo, TlsCaller } from "../../../support/tlsCaller.js";
import { listen, toldOf } from "../webhooks/catalogue/listener.js";

let desk: OrderDesk;
beforeEach(async () => {
  // One proxy in front: what it says of the client's address counts.
  desk = await OrderDesk.open({ mutualTls: true, proxies: 1 });
  await listen(desk);
});
afterEach(() => desk.close());

const path = "/v1/allowed-addresses";
const from = (address: string) => ({ "X-Forwarded-For": address });
const put = (ranges: unknown, address: string, more: object = {}) =>
  desk.client.request<AllowedAddressesView & { code?: string; param?: string; detail?: string }>(
    "PUT",
    path,
    { ranges, ...more },
    from(address),
  );
const statusFrom = async (address: string, client = desk.client) =>
  (await client.get("/v1/orders", from(address))).status;

test("without a list calls come from anywhere, and the answer tells callers where they come from", async () => {
  const { body } = await desk.client.get(path, from("::ffff:203.0.113.9"));
  expect(body).toEqual({
    object: "allowed_addresses",
    mode: "test",
    ranges: [],
    your_address: "203.0.113.9",
    updated_at: null,
  });
});

test("a list is kept in canonical form: each range once, IPv4 first, mapped addresses as IPv4, no bits behind a prefix", async () => {
  const given = [
    "2001:DB8:0::1/32",
    "198.51.100.7",
    "::ffff:192.0.2.0/120",
    "192.0.2.77/24",
    "2001:db8::/32",
  ];
  const { status, body } = await put(given, "192.0.2.1");
  expect([status, body.ranges]).toEqual([200, ["192.0.2.0/24", "198.51.100.7/32", "2001:db8::/32"]]);
  expect((await desk.client.get<AllowedAddressesView>(path, from("192.0.2.1"))).body).toEqual(body);
});

test.each([
  [
    "192.0.2.7",
    ["192.0.2.7", "::ffff:192.0.2.7", "::FFFF:c000:207"],
    ["192.0.2.8", "2001:db8::1", "::c000:207"],
  ],
  ["192.0.2.64/26", ["192.0.2.64", "192.0.2.127"], ["192.0.2.63", "192.0.2.128"]],
  ["0.0.0.0/0", ["198.51.100.1"], ["2001:db8::1"]],
  ["2001:db8:1::/48", ["2001:db8:1::1", "2001:DB8:1:FFFF::"], ["2001:db8:2::1", "192.0.2.1"]],
  ["2001:db8::5", ["2001:db8:0:0::5"], ["2001:db8::6"]],
])("with %s in it, a list lets in from there and from nowhere else", async (range, inside, outside) => {
  expect((await put([range], inside[0]!)).status).toBe(200);
  for (const address of inside) expect([address, await statusFrom(address)]).toEqual([address, 200]);
  for (const address of outside) expect([address, await statusFrom(address)]).toEqual([address, 403]);
});

test("a call from elsewhere is told so, before its body is read, by key and by certificate, and the tenant hears of it", async () => {
  const certificate = await issueTo(desk.client);
  const caller = new TlsCaller(desk.service, certificate);
  expect((await caller.get("/v1/orders", from("192.0.2.1"))).status).toBe(200);
  await put(["192.0.2.0/24"], "192.0.2.1");
  const endless = new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(65_536)) });
  const answer = await fetch(`${desk.service.baseUrl}/v1/orders`, {
    method: "POST",
    headers: { Authorization: `Bearer ${desk.client.apiKey}`, ...from("198.51.100.1") },
    body: endless,
    duplex: "half",
  } as RequestInit);
  expect(await answer.json()).toMatchObject({ status: 403, code: "address_not_allowed" });
  expect(await caller.get("/v1/orders", from("198.51.100.1"))).toMatchObject({
    status: 403,
    code: "address_not_allowed",
  });
  caller.close();
  const told = await toldOf(desk, "access.refused");
  const reason = "address_not_allowed";
  expect(told.map(({ data }) => data)).toMatchObject([
    { certificate: null, reason, refused: 1 },
    { certificate: certificate.id, reason, refused: 1 },
  ]);
  expect(JSON.stringify(told)).not.toContain("198.51.100.1");
});

test("a caller whose address is unknown is not let in where there is a list", async () => {
  expect(await statusFrom("unknown")).toBe(200);
  await put(["0.0.0.0/0", "::/0"], "192.0.2.1");
  expect([await statusFrom("192.0.2.1"), await statusFrom("unknown")]).toEqual([200, 403]);
});

test("what a client puts in front of the proxy's word counts for nothing", async () => {
  await put(["192.0.2.0/24"], "192.0.2.1");
  expect(await statusFrom("192.0.2.1, 198.51.100.1")).toBe(403);
  expect(await statusFrom("198.51.100.1, 192.0.2.1")).toBe(200);
});

test("a list that would lock its caller out is refused, unless it is forced", async () => {
  const refused = await put(["192.0.2.0/24"], "198.51.100.1");
  expect([refused.status, refused.body.code, refused.body.param]).toEqual([422, "field_invalid", "ranges"]);
  expect(refused.body.detail).toContain("198.51.100.1");
  expect(await statusFrom("203.0.113.1")).toBe(200);
  expect((await put(["192.0.2.0/24"], "198.51.100.1", { force: true })).status).toBe(200);
  expect(await statusFrom("198.51.100.1")).toBe(403);
  const lifted = await desk.client.request("DELETE", path, undefined, from("192.0.2.5"));
  expect(lifted.body).toMatchObject({ ranges: [], updated_at: null });
  expect(await statusFrom("198.51.100.1")).toBe(200);
});

test("the list of one mode and tenant is nobody else's", async () => {
  const live = await desk.service.tenant("Live", "live");
  const liveClient = new ApiClient(desk.service.baseUrl, live.apiKey);
  const { body } = await liveClient.post<{ secret: string }>("/v1/api-keys", { name: "t", mode: "test" });
  const testClient = new ApiClient(desk.service.baseUrl, body.secret);
  const list = { ranges: ["192.0.2.0/24"] };
  expect((await testClient.request("PUT", path, list, from("192.0.2.1"))).status).toBe(200);
  const elsewhere = "198.51.100.1";
  expect(await statusFrom(elsewhere, testClient)).toBe(403);
  expect([await statusFrom(elsewhere, liveClient), await statusFrom(elsewhere)]).toEqual([200, 200]);
  expect((await liveClient.get<AllowedAddressesView>(path)).body.ranges).toEqual([]);
});

test("its changes are told of, with how many ranges there are and who did it; what changes nothing is not", async () => {
  await put(["192.0.2.0/24", "2001:db8::/32"], "192.0.2.1");
  await put(["2001:db8::1/32", "192.0.2.0/24"], "192.0.2.1");
  for (const _time of [1, 2]) await desk.client.request("DELETE", path, undefined, from("192.0.2.1"));
  const actor = { kind: "api_key", id: expect.stringMatching(/^key_/) };
  expect((await toldOf(desk, "access.addresses_changed")).map(({ data }) => data)).toEqual([
    { ranges: 2, actor },
    { ranges: 0, actor },
  ]);
});

test.each<[string, unknown, string]>([
  ["no ranges", [], "ranges"],
  ["more ranges than are taken", Array.from({ length: 201 }, (_, index) => `10.0.${index}.0/24`), "ranges"],
  ["a name", ["192.0.2.1", "example.org"], "ranges[1]"],
  ["an address with leading zeros", ["192.0.02.1"], "ranges[0]"],
  ["a prefix that is too long", ["192.0.2.0/33"], "ranges[0]"],
  ["a prefix that is no number", ["2001:db8::/x"], "ranges[0]"],
  ["an address with a zone", ["fe80::1%eth0"], "ranges[0]"],
  ["a number", [7], "ranges[0]"],
  ["text instead of a list", "192.0.2.1", "ranges"],
])("%s are refused with 422 that names them", async (_what, ranges, param) => {
  const { status, body } = await put(ranges, "192.0.2.1");
  expect([status, body.code, body.param]).toEqual([422, "field_invalid", param]);
});
