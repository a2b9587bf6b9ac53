import type { CheckpointView, SignedCheckpointView } from "../../../api/checkpoints/checkpointView.js";
import { makeDueCheckpoints } from "../../../api/checkpoints/dueCheckpoints.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { readCheckpointNote } from "../../../engine/hashchain/checkpointNote.js";
import { type ConsistencyFile, verifyConsistency } from "../../../engine/hashchain/consistencyFile.js";
import { ApiClient } from "../../support/apiClient.js";
import { OrderDesk } from "../../support/orderDesk.js";
import { list, nextHour, orders, toHalfPast } from "./checkpointHours.js";

let desk: OrderDesk;
let all: OrderView[];
let client: ApiClient;
beforeEach(async () => {
  desk = await OrderDesk.open();
  toHalfPast(desk);
  client = new ApiClient(desk.service.baseUrl, null);
  all = await orders(desk, 3);
  await makeDueCheckpoints(desk.service.platform);
  for (const order of all) {
    await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "A test" });
    await nextHour(desk);
  }
});
afterEach(() => desk.close());

test("checkpoints are listed newest first, page by page", async () => {
  const first = await list(desk.client, "?limit=3");
  expect(first.data.map(({ size }) => size)).toEqual([6, 5, 4]);
  expect(first).toMatchObject({ has_more: true, next_cursor: "4" });
  const second = await list(desk.client, `?limit=3&cursor=${first.next_cursor}`);
  expect(second.data.map(({ size }) => size)).toEqual([3]);
  expect(second).toMatchObject({ has_more: false, next_cursor: null });
  for (const cursor of ["0", "x", "-1", "9007199254740993", first.data[0]!.log]) {
    const refused = await desk.client.refused("GET", `/v1/checkpoints?cursor=${cursor}`);
    expect(refused).toMatchObject({ status: 400, body: { code: "cursor_invalid" } });
  }
});

test("each checkpoint says what its text says, and is there with its signature", async () => {
  for (const listed of (await list(desk.client)).data) {
    const { body } = await desk.client.get<SignedCheckpointView>(`/v1/checkpoints/${listed.size}`);
    const { signature, ...rest } = body;
    expect(rest).toEqual(listed);
    expect(Buffer.from(signature, "base64").length).toBeGreaterThan(1000);
    const { log, size, root, time } = readCheckpointNote(listed.note)!;
    expect(listed).toMatchObject({
      log,
      size,
      created_at: time,
      root: Buffer.from(root).toString("base64"),
    });
  }
});

test.each(["0", "01", "7", "-1", "1.0", "x", "9007199254740993", "%00", "1e0"])(
  "there is no checkpoint %s",
  async (size) => {
    const { log } = (await list(desk.client)).data[0]!;
    for (const path of [`/v1/checkpoints/${size}`, `/logs/${log}/checkpoints/${size}`]) {
      const refused = await desk.client.refused("GET", path);
      expect(refused).toMatchObject({ status: 404, body: { code: "not_found" } });
    }
  },
);

test("a consistency proof joins any two checkpoints, for the tenant and for anybody", async () => {
  const { data } = await list(desk.client);
  const { log } = data[0]!;
  for (const from of data) {
    for (const to of data.filter(({ size }) => size >= from.size)) {
      const query = `consistency-proof?from=${from.size}&to=${to.size}`;
      const { body } = await desk.client.get<ConsistencyFile>(`/v1/checkpoints/${query}`);
      expect(verifyConsistency(body, { from: from.note, to: to.note })).toEqual([]);
      expect((await client.get(`/logs/${log}/${query}`)).body).toEqual(body);
    }
  }
  const [swapped, absent] = ["from=5&to=3", "from=2&to=3"];
  for (const base of ["/v1/checkpoints", `/logs/${log}`]) {
    expect(await desk.client.refused("GET", `${base}/consistency-proof?${swapped}`)).toMatchObject({
      status: 422,
      body: { code: "field_invalid", param: "from" },
    });
    expect((await desk.client.refused("GET", `${base}/consistency-proof?${absent}`)).status).toBe(404);
    for (const wrong of ["", "from=1", "from=x&to=3", "from=0&to=3", "from=3&to=3.5"]) {
      expect((await desk.client.refused("GET", `${base}/consistency-proof?${wrong}`)).status).toBe(422);
    }
  }
});

test("anybody can keep a log's checkpoints, and finds nothing of any order in them", async () => {
  const [newest, before] = (await list(desk.client)).data as [CheckpointView, CheckpointView];
  const text = async (path: string) => {
    const answer = await fetch(desk.service.baseUrl + path);
    expect(answer.status).toBe(200);
    return { headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
  };
  const head = await text(`/logs/${newest.log}/checkpoint`);
  expect(head.body.toString()).toBe(newest.note);
  const address = `/logs/${newest.log}/checkpoints/${newest.size}`;
  expect(head.headers.get("Content-Location")).toBe(address);
  expect(head.headers.get("Link")).toContain(`<${address}.p7s>`);
  expect(head.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
  expect((await text(address)).body.toString()).toBe(newest.note);
  expect((await text(`/logs/${newest.log}/checkpoints/${before.size}`)).body.toString()).toBe(before.note);
  const signed = await desk.client.get<SignedCheckpointView>(`/v1/checkpoints/${newest.size}`);
  const signature = await text(`${address}.p7s`);
  expect(signature.body.toString("base64")).toBe(signed.body.signature);
  expect(signature.headers.get("Content-Type")).toBe("application/pkcs7-signature");
  for (const secret of [desk.tenantId, "Test Company", ...all.map(({ id }) => id)]) {
    expect(head.body.toString() + signature.body.toString("latin1")).not.toContain(secret);
  }
});

test("there is no other log than those that there are, whatever it is asked for by", async () => {
  const { log } = (await list(desk.client)).data[0]!;
  const other = `${log.slice(0, -1)}${log.endsWith("0") ? "1" : "0"}`;
  for (const name of [other, "x", log.toUpperCase(), `ord${log.slice(3)}`, desk.tenantId]) {
    for (const path of [
      "checkpoint",
      "checkpoints/3",
      "checkpoints/3.p7s",
      "consistency-proof?from=3&to=4",
    ]) {
      const refused = await desk.client.refused("GET", `/logs/${name}/${path}`);
      expect(refused).toMatchObject({ status: 404, body: { code: "not_found", detail: "No such log." } });
    }
  }
});
