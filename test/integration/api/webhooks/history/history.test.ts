import { ApiClient } from "../../../../support/apiClient.js";
import { HistoryDesk } from "./historyDesk.js";

let history: HistoryDesk;
beforeEach(async () => {
  history = await HistoryDesk.open();
});
afterEach(() => history.close());

describe("notifications", () => {
  test("are listed newest first, and narrowed by type, order and time", async () => {
    const { desk } = history;
    await history.endpoint("/all");
    const first = await desk.order();
    desk.service.clock.advance(3600);
    const between = desk.service.clock.now();
    desk.service.clock.advance(3600);
    const second = await desk.order();
    const all = await history.notifications();
    expect(all.map(({ id }) => id)).toEqual(
      all
        .map(({ id }) => id)
        .sort()
        .reverse(),
    );
    expect(all.filter(({ type }) => type === "order.created").map(({ order }) => order)).toEqual([
      second.id,
      first.id,
    ]);
    const created = await history.notifications("&type=order.created");
    expect(created).toEqual(all.filter(({ type }) => type === "order.created"));
    expect(await history.notifications(`&order=${first.id}`)).toEqual(
      all.filter(({ order }) => order === first.id),
    );
    expect(await history.notifications(`&occurred_from=${between.toISOString()}`)).toEqual(
      all.filter(({ order }) => order === second.id),
    );
    expect(await history.notifications(`&occurred_to=${between.toISOString()}&type=order.created`)).toEqual([
      created[1],
    ]);
  });

  test("come page after page, each once", async () => {
    await history.endpoint("/all");
    const seeded = await history.seed(25);
    const seen: string[] = [];
    let cursor = "";
    do {
      const { body } = await history.client.get<{ data: { id: string }[]; next_cursor: string | null }>(
        `/v1/notifications?limit=10&type=order.completed${cursor}`,
      );
      seen.push(...body.data.map(({ id }) => id));
      cursor = body.next_cursor === null ? "" : `&cursor=${body.next_cursor}`;
    } while (cursor !== "");
    expect(seen).toEqual(seeded.reverse());
  });

  test.each([
    ["type=order.lost", "type"],
    ["order=ord_1", "order"],
    ["occurred_from=yesterday", "occurred_from"],
    ["limit=101", "limit"],
  ])("are not narrowed by %s", async (query, param) => {
    const { status, body } = await history.client.refused("GET", `/v1/notifications?${query}`);
    expect([status, body.param]).toEqual([422, param]);
  });

  test("are shown with the payload byte for byte as it was sent, and with whom it was owed to", async () => {
    const endpoint = await history.endpoint("/all");
    const narrow = await history.endpoint("/narrow", { events: ["key.*"] });
    await history.desk.order();
    await history.tell();
    const [created] = await history.notifications("&type=order.created");
    const { body } = await history.client.get(`/v1/notifications/${created!.id}`);
    const [sent] = history.receiver.received.filter(({ id }) => id === created!.id);
    expect(body).toMatchObject({ ...created, payload: sent!.body });
    expect(body["deliveries"]).toMatchObject([
      { endpoint: endpoint.id, state: "delivered", attempt_count: 1 },
    ]);
    expect(await history.deliveries(narrow.at)).toEqual([]);
  });

  test("of another tenant are neither listed nor found", async () => {
    await history.endpoint("/all");
    await history.desk.order();
    const [ours] = await history.notifications();
    const { service } = history.desk;
    const stranger = new ApiClient(service.baseUrl, (await service.tenant("Others")).apiKey);
    expect((await stranger.get<{ data: [] }>("/v1/notifications")).body.data).toEqual([]);
    expect((await stranger.refused("GET", `/v1/notifications/${ours!.id}`)).status).toBe(404);
  });
});

describe("a delivery", () => {
  test("is shown with each of its attempts: what was sent, without what is secret, and what was answered", async () => {
    const endpoint = await history.endpoint("/strict", {
      events: ["order.created"],
      headers: { "X-Token": "s3cret-token" },
      basic_auth: { username: "crm", password: "pa55word" },
    });
    history.receiver.answer = (response) =>
      response.writeHead(503, { "X-Reason": "tired" }).end("We are <b>tired</b>");
    await history.desk.order();
    await history.tell();
    const [waiting] = await history.deliveries(endpoint.at, "&state=pending");
    expect(waiting).toMatchObject({ type: "order.created", attempt_count: 1, last_status: 503 });
    expect(Date.parse(waiting!.next_try_at!)).toBeGreaterThan(history.desk.service.clock.now().getTime());
    history.desk.service.clock.advance(6);
    history.receiver.answer = (response) => response.writeHead(200).end(Buffer.from([0xff, 0xfe, 0x00]));
    await history.tell();
    const delivery = await history.delivery(endpoint.at, waiting!.notification);
    expect(delivery).toMatchObject({
      state: "delivered",
      attempt_count: 2,
      next_try_at: null,
      last_status: 200,
      last_error: null,
      attempts: [
        {
          number: 1,
          request: { method: "POST", url: endpoint.url, headers: { "webhook-id": waiting!.notification } },
          response: {
            status: 503,
            headers: { "x-reason": "tired" },
            body: { encoding: "utf-8", content: "We are <b>tired</b>", truncated: false },
          },
          error: { class: "http_5xx", detail: expect.stringContaining("2xx") },
        },
        { number: 2, response: { status: 200, body: { encoding: "base64", content: "//4A" } }, error: null },
      ],
    });
    expect(delivery.attempts[0]!.timing.total).toEqual(expect.any(Number));
    expect(JSON.stringify(delivery)).not.toMatch(/s3cret|pa55word|Y3JtOnBhNTV3b3Jk/);
  });

  test("whose answer is long is shown with its first 16,384 bytes, cut between characters", async () => {
    const endpoint = await history.endpoint("/chatty", { events: ["order.created"] });
    history.receiver.answer = (response) => response.writeHead(200).end(`x${"é".repeat(20_000)}`);
    await history.desk.order();
    await history.tell();
    const [told] = await history.deliveries(endpoint.at);
    const [attempt] = (await history.delivery(endpoint.at, told!.notification)).attempts;
    expect(attempt!.response!.body).toEqual({
      encoding: "utf-8",
      content: `x${"é".repeat(8191)}`,
      truncated: true,
    });
  });

  test("is found by order, by type of the order's events and by state at once", async () => {
    const endpoint = await history.endpoint("/all", { events: ["order.*"] });
    const first = await history.desk.order();
    const callback = { url: `${history.receiver.origin}/own` };
    const second = await history.desk.order(undefined, { callback });
    await history.tell();
    history.receiver.answer = (response) => response.writeHead(500).end();
    await history.client.post(`/v1/orders/${first.id}/cancel`, { reason: "Sold" });
    await history.tell();
    const all = await history.deliveries(endpoint.at);
    const ofFirst = all.filter(({ order }) => order === first.id);
    expect(ofFirst.length).toBeGreaterThan(1);
    expect(await history.deliveries(endpoint.at, `&order=${first.id}`)).toEqual(ofFirst);
    const cancelled = `&order=${first.id}&type=order.cancelled`;
    expect(await history.deliveries(endpoint.at, `${cancelled}&state=pending`)).toEqual(
      ofFirst.filter(({ type }) => type === "order.cancelled"),
    );
    expect(await history.deliveries(endpoint.at, `${cancelled}&state=delivered`)).toEqual([]);
    const own = `/v1/orders/${second.id}/callback`;
    expect(await history.deliveries(own, "&type=order.created")).toEqual(
      (await history.deliveries(own)).filter(({ type }) => type === "order.created"),
    );
    const { body } = await history.client.get<{ data: unknown[]; next_cursor: string }>(
      `${endpoint.at}/deliveries?order=${first.id}&limit=1`,
    );
    expect(await history.deliveries(endpoint.at, `&order=${first.id}&cursor=${body.next_cursor}`)).toEqual(
      ofFirst.slice(1),
    );
  });

  test.each([
    ["state=lost", "state"],
    ["order=ord_1", "order"],
    ["order=ord_00000000000000000000000000&type=order.lost", "type"],
    ["type=order.completed", "type"],
  ])("is not looked for by %s", async (query, param) => {
    const { at } = await history.endpoint("/all");
    const { status, body } = await history.client.refused("GET", `${at}/deliveries?${query}`);
    expect([status, body.param]).toEqual([422, param]);
  });

  test("whose body named people shows of its answer the status alone", async () => {
    history.receiver.answer = (response, { body }) => response.writeHead(200, { "X-Heard": "Ada" }).end(body);
    const callback = { url: `${history.receiver.origin}/own`, form: "eu_ses" };
    const { id } = await history.desk.order(undefined, { callback });
    await history.tell();
    const [told] = await history.deliveries(`/v1/orders/${id}/callback`);
    const { attempts } = await history.delivery(`/v1/orders/${id}/callback`, told!.notification);
    expect(attempts).toMatchObject([{ request: { body: "rendered" }, error: null }]);
    expect(attempts[0]!.response).toEqual({ status: 200, headers: null, body: null });
  });

  test("to an endpoint that is paused says that it waits, and for nothing but the endpoint", async () => {
    const endpoint = await history.endpoint("/later", { events: ["order.created"], paused: true });
    await history.desk.order();
    await history.tell();
    expect(await history.deliveries(endpoint.at)).toMatchObject([
      { state: "pending", next_try_at: null, attempt_count: 0 },
    ]);
  });

  test("is still to be read when its endpoint is deleted", async () => {
    const endpoint = await history.endpoint("/gone", { events: ["order.created"] });
    await history.desk.order();
    await history.tell();
    expect((await history.client.request("DELETE", endpoint.at)).status).toBe(200);
    const [told] = await history.deliveries(endpoint.at, "&state=delivered");
    expect((await history.delivery(endpoint.at, told!.notification)).attempts).toHaveLength(1);
  });

  test("to an order's callback is listed and shown with the order", async () => {
    const url = `${history.receiver.origin}/order`;
    const order = await history.desk.order(undefined, { callback: { url, events: ["order.created"] } });
    await history.tell();
    const at = `/v1/orders/${order.id}/callback`;
    const [told] = await history.deliveries(at);
    expect(told).toMatchObject({
      endpoint: null,
      order: order.id,
      state: "delivered",
      type: "order.created",
    });
    expect((await history.delivery(at, told!.notification)).attempts).toMatchObject([
      { request: { url }, response: { status: 204 } },
    ]);
    const { body } = await history.client.get(`/v1/notifications/${told!.notification}`);
    expect(body["deliveries"]).toMatchObject([{ endpoint: null, state: "delivered" }]);
  });
});
