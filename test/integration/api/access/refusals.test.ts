import { setTimeout } from "node:timers/promises";
import { AccessRefusals } from "../../../../api/access/accessRefusals.js";
import type { AccessRefusalView } from "../../../../api/access/accessRefusalsController.js";
import type { AccessRefusal } from "../../../../api/access/refusal.js";
import { parsePublicId } from "../../../../api/ids/id.js";
import type { Page } from "../../../../api/request/page.js";
import { ApiClient } from "../../../support/apiClient.js";
import { OrderDesk } from "../../../support/orderDesk.js";
import { issueTo, TlsCaller } from "../../../support/tlsCaller.js";
import { listen, toldOf } from "../webhooks/catalogue/listener.js";

let desk: OrderDesk;
beforeEach(async () => {
  desk = await OrderDesk.open({ mutualTls: true });
  await listen(desk);
});
afterEach(() => desk.close());

const told = async () => (await toldOf(desk, "access.refused")).map(({ data }) => data);
const list = async (client = desk.client, query = "") =>
  (await client.get<Page<AccessRefusalView>>(`/v1/access-refusals${query}`)).body;

/** A certificate that was revoked, and who comes with it. */
async function revoked() {
  const certificate = await issueTo(desk.client);
  await desk.client.request("DELETE", `/v1/client-certificates/${certificate.id}`);
  const caller = new TlsCaller(desk.service, certificate);
  const times = async (count: number) => {
    for (let time = 0; time < count; time++) expect((await caller.get("/v1/orders")).status).toBe(401);
  };
  return { certificate, times, close: () => caller.close() };
}

test("are told of at the first, and then once an hour with how many there were; the list counts them to the minute", async () => {
  const { certificate, times, close } = await revoked();
  await times(5);
  expect(await told()).toMatchObject([{ certificate: certificate.id, refused: 1 }]);
  desk.service.clock.advance(61);
  await times(3);
  expect((await list()).data).toMatchObject([
    { client_certificate: certificate.id, reason: "certificate_revoked", refused: 6 },
  ]);
  expect(await told()).toHaveLength(1);
  desk.service.clock.advance(3600);
  await times(2);
  expect(await told()).toMatchObject([{ refused: 1 }, { certificate: certificate.id, refused: 9 }]);
  close();
});

test("a stranger with a revoked certificate writes one row, once a minute, however often they come", async () => {
  const { times, close } = await revoked();
  await times(1);
  const rows = "SELECT xmin::text AS version, refused FROM access_refusals";
  const before = await desk.sql(rows);
  await times(30);
  expect(before).toHaveLength(1);
  expect(await desk.sql(rows)).toEqual(before);
  close();
});

test("who comes with a secret or certificate that is nobody's leaves no trace", async () => {
  const stranger = new ApiClient(desk.service.baseUrl, `paraph_test_${"A".repeat(43)}`);
  expect((await stranger.refused("GET", "/v1/orders")).status).toBe(401);
  expect([await desk.sql("SELECT id FROM access_refusals"), await told()]).toEqual([[], []]);
});

test("with a good key and a certificate that is not the key's, its tenant is told; the certificate's owner is not", async () => {
  const { apiKey } = await desk.service.tenant("Theirs");
  const them = new ApiClient(desk.service.baseUrl, apiKey);
  const caller = new TlsCaller(desk.service, await issueTo(them));
  const answer = await caller.get("/v1/orders", { Authorization: `Bearer ${desk.client.apiKey}` });
  expect(answer).toMatchObject({ status: 401, code: "certificate_unknown" });
  const expected = { reason: "certificate_unknown", client_certificate: null, refused: 1 };
  expect((await list()).data).toMatchObject([expected]);
  expect(await told()).toMatchObject([{ reason: "certificate_unknown", certificate: null }]);
  expect((await list(them)).data).toEqual([]);
  caller.close();
});

test("the last ones are counted though no other comes after them", async () => {
  const { body } = await desk.client.get<{ data: { id: string }[] }>("/v1/api-keys");
  const refusals = new AccessRefusals(desk.service.platform, 20);
  for (let time = 0; time < 7; time++) {
    await refusals.add({
      ...{ tenantId: desk.tenantId, mode: "test", reason: "address_not_allowed" },
      ...{ apiKeyId: parsePublicId("key", body.data[0]!.id)!, certificateId: null },
    });
  }
  const counted = async () => (await list()).data[0]!.refused;
  for (let look = 0; look < 100 && (await counted()) < 7; look++) await setTimeout(20);
  expect(await counted()).toBe(7);
});

test("ten processes that refuse the same at once tell of it once, and count all", async () => {
  const { body } = await desk.client.get<{ data: { id: string }[] }>("/v1/api-keys");
  const refusal: AccessRefusal = {
    tenantId: desk.tenantId,
    mode: "test",
    apiKeyId: parsePublicId("key", body.data[0]!.id)!,
    certificateId: null,
    reason: "address_not_allowed",
  };
  const processes = Array.from({ length: 10 }, () => new AccessRefusals(desk.service.platform));
  await Promise.all(processes.map((process) => process.add(refusal)));
  expect(await told()).toHaveLength(1);
  expect((await list()).data).toMatchObject([{ refused: 10, client_certificate: null }]);
});

test("one that cannot be written down is refused all the same, and counted with the next", async () => {
  const { certificate, times, close } = await revoked();
  await desk.sql("ALTER TABLE access_refusals RENAME TO elsewhere");
  await times(2);
  expect(desk.service.log.filter((line) => line.includes("a refusal was not written down"))).toHaveLength(2);
  await desk.sql("ALTER TABLE elsewhere RENAME TO access_refusals");
  await times(1);
  expect((await list()).data).toMatchObject([{ client_certificate: certificate.id, refused: 3 }]);
  close();
});

test("are listed newest first, by pages, for the keys of the mode alone", async () => {
  const all = [];
  for (let index = 0; index < 3; index++) {
    const { certificate, times, close } = await revoked();
    await times(1);
    close();
    all.unshift(certificate.id);
    desk.service.clock.advance(1);
  }
  const first = await list(desk.client, "?limit=2");
  const second = await list(desk.client, `?limit=2&cursor=${first.next_cursor}`);
  const ids = [...first.data, ...second.data].map(({ client_certificate: id }) => id);
  expect([ids, first.has_more, second.has_more]).toEqual([all, true, false]);
  const { apiKey } = await desk.service.tenant("Other");
  expect((await list(new ApiClient(desk.service.baseUrl, apiKey))).data).toEqual([]);
});
