import { listen, toldOf } from "../webhooks/catalogue/listener.js";
import { CertificateDesk, path } from "./certificateDesk.js";

let desk: CertificateDesk;
beforeEach(async () => {
  desk = await CertificateDesk.open();
  await listen(desk.desk);
});
afterEach(() => desk.close());

const datas = async (type: string) => (await toldOf(desk.desk, type)).map(({ data }) => data);

test("a certificate that is issued is told of once, however often its request is repeated", async () => {
  const issued = [await desk.issue({}, desk.client, "a"), await desk.issue({}, desk.client, "a")];
  const { id, api_key: key, fingerprint, expires_at } = issued[0]!;
  const actor = { kind: "api_key", id: key };
  expect(await datas("key.certificate_issued")).toEqual([
    { certificate: id, key, name: "ERP", fingerprint, expires_at, actor },
  ]);
});

test("a certificate that is revoked stays so, with its time", async () => {
  const { id } = await desk.issue();
  const revoked = await desk.revoke(id);
  expect(revoked).toMatchObject({ id, state: "revoked", revoked_at: expect.any(String) });
  desk.desk.service.clock.advance(3600);
  expect(await desk.revoke(id)).toEqual(revoked);
  expect((await desk.client.get(`${path}/${id}`)).body).toEqual(revoked);
});

test("a revocation is told of once, by whichever of several requests at once it was", async () => {
  const { id, api_key: key } = await desk.issue();
  const answers = await Promise.all([desk.revoke(id), desk.revoke(id), desk.revoke(id)]);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  const actor = { kind: "api_key", id: key };
  expect(await datas("key.certificate_revoked")).toEqual([{ certificate: id, key, actor }]);
});

test("a certificate of a key that is revoked is revoked with it", async () => {
  const key = await desk.key();
  const { id } = await desk.issue({ api_key: key.id });
  await desk.client.request("DELETE", `/v1/api-keys/${key.id}`);
  const { body } = await desk.client.get(`${path}/${id}`);
  expect(body).toMatchObject({ state: "revoked", revoked_at: expect.any(String) });
});

test("a certificate that is over says so", async () => {
  const { id } = await desk.issue({
    expires_at: new Date(desk.desk.service.clock.now().getTime() + 3600_000),
  });
  desk.desk.service.clock.advance(3599);
  expect((await desk.client.get(`${path}/${id}`)).body["state"]).toBe("active");
  desk.desk.service.clock.advance(2);
  expect((await desk.client.get(`${path}/${id}`)).body["state"]).toBe("expired");
});

test("a key with keys:read lists certificates and revokes none", async () => {
  const { id } = await desk.issue();
  const reader = desk.as((await desk.key({ scopes: ["keys:read"] })).secret);
  expect((await desk.list("", reader)).data.map((found) => found.id)).toEqual([id]);
  expect((await reader.refused("DELETE", `${path}/${id}`)).body.code).toBe("scope_missing");
});

describe("a list", () => {
  test("is of the key's mode, newest first, a page after the other", async () => {
    const ids: string[] = [];
    for (const name of ["a", "b", "c"]) {
      ids.unshift((await desk.issue({ name })).id);
      desk.desk.service.clock.advance(1);
    }
    const first = await desk.list("?limit=2");
    expect(first).toMatchObject({ has_more: true, next_cursor: ids[1] });
    const second = await desk.list(`?limit=2&cursor=${first.next_cursor}`);
    expect(second).toMatchObject({ has_more: false, next_cursor: null });
    expect([...first.data, ...second.data].map(({ id }) => id)).toEqual(ids);
  });

  test("is of one key where that is asked for", async () => {
    const key = await desk.key();
    await desk.issue();
    const { id } = await desk.issue({ api_key: key.id });
    expect((await desk.list(`?api_key=${key.id}`)).data.map((found) => found.id)).toEqual([id]);
    expect((await desk.client.refused("GET", `${path}?api_key=x`)).body).toMatchObject({ param: "api_key" });
    expect((await desk.client.refused("GET", `${path}?cursor=x`)).body).toMatchObject({
      code: "cursor_invalid",
    });
  });
});
