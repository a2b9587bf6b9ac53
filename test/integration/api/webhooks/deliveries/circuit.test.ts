import type { ServerResponse } from "node:http";
import type { Platform } from "../../../../../api/platform.js";
import { Dispatcher } from "../../../../../api/webhooks/deliveries/dispatcher.js";
import { type ProviderServer, startProvider } from "../../../../support/providerServer.js";
import { WebhookDesk } from "../../../../support/webhookDesk.js";

let desk: WebhookDesk;
let server: ProviderServer;
let status: number;
let endpoint: string;

beforeEach(async () => {
  status = 503;
  desk = await WebhookDesk.open();
  server = await startProvider((_request, response: ServerResponse) => response.writeHead(status).end());
  endpoint = await desk.endpoint(server.baseUrl);
});
afterEach(async () => {
  await server.stop();
  await desk.close();
});

const openFor = async () => {
  const until = (await desk.lane(endpoint))!["open_until"] as Date | null;
  return until && (until.getTime() - desk.service.clock.now().getTime()) / 1000;
};

test("five failures to reach it open the circuit: then nothing is tried, and no attempt is used up", async () => {
  await desk.tell(4);
  await desk.settle();
  expect(await openFor()).toBeNull();
  await desk.tell(1);
  await desk.settle();
  expect(await openFor()).toBe(5);
  await desk.tell(20);
  await desk.settleAfter(4);
  expect(server.requests).toHaveLength(5);
  const attempts = (await desk.deliveries(endpoint)).map((delivery) => delivery.attempts).sort();
  expect(attempts).toEqual([...Array(20).fill(0), ...Array(5).fill(1)]);
});

test("afterwards exactly one goes first, of however many dispatchers; while it fails, five seconds become ten minutes", async () => {
  await desk.tell(30);
  await desk.settle();
  const opened = server.requests.length;
  expect(opened).toBeLessThanOrEqual(10);
  for (const [index, seconds] of [5, 10, 20, 40, 80, 160, 320, 600, 600].entries()) {
    expect(await openFor()).toBe(seconds);
    desk.service.clock.advance(seconds);
    await Promise.all([1, 2, 3].map(() => new Dispatcher(desk.platform).settle()));
    expect(server.requests).toHaveLength(opened + index + 1);
  }
});

test("when that one succeeds the circuit closes, and all the others follow at once", async () => {
  await desk.tell(30);
  await desk.settle();
  const failed = server.requests.length;
  status = 200;
  await desk.settleAfter(31);
  expect(await desk.lane(endpoint)).toMatchObject({ open_until: null, openings: 0, failures: 0 });
  expect(await desk.states(endpoint)).toEqual({ delivered: 30 });
  expect(server.requests).toHaveLength(30 + failed);
});

test("where it is reached and refuses, no circuit opens", async () => {
  status = 400;
  await desk.tell(30);
  await desk.settle();
  expect(server.requests).toHaveLength(30);
  expect(await desk.lane(endpoint)).toMatchObject({ open_until: null, failures: 0 });
});

test("a process that dies with the one that goes first leaves that to another after a minute", async () => {
  await desk.tell(10);
  await desk.settle();
  desk.service.clock.advance(31);
  const dead = { ...desk.platform.outboundHttp, send: () => new Promise<never>(() => undefined) };
  void new Dispatcher({ ...desk.platform, outboundHttp: dead }).settle();
  while ((await openFor())! <= 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await openFor()).toBe(60);
  status = 200;
  await desk.settleAfter(59);
  expect(await desk.states(endpoint)).toEqual({ pending: 10 });
  await desk.settleAfter(1);
  await desk.settleAfter(1);
  expect(await desk.states(endpoint)).toEqual({ delivered: 10 });
});

test("where the one that goes first has shown nothing, another one goes first at once", async () => {
  await desk.tell(10);
  await desk.settle();
  desk.service.clock.advance(31);
  status = 200;
  // Nobody can sign: a fault of ours, that says nothing of the lane.
  const closed = {
    open: () => {
      throw new Error("The key is away.");
    },
  } as unknown as Platform["secretBox"];
  const before = server.requests.length;
  await desk.settle({ secretBox: closed });
  expect(server.requests).toHaveLength(before);
  await desk.tell();
  await desk.settle();
  expect(await desk.lane(endpoint)).toMatchObject({ open_until: null, openings: 0 });
});
