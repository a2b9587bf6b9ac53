import type { Browser } from "playwright-core";
import type { EventView } from "../../api/audit/eventView.js";
import { sampleContract } from "../../api/demo/sampleContract.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import type { OutboxMessage } from "../../api/ports/outbox.js";
import type { NewEndpointView } from "../../api/webhooks/endpoints/endpointView.js";
import type { DeliveryView } from "../../api/webhooks/history/historyViews.js";
import type { ReplayView } from "../../api/webhooks/replays/replayViews.js";
import type { WebhookSecretView } from "../../api/webhooks/signatures/secretView.js";
import { KillableService } from "../chaos/killableService.js";
import { ApiClient } from "../support/apiClient.js";
import {
  Integrator,
  isSignedBy,
  type Received,
  signatureVersions,
  verifyBySecret,
} from "../support/integrator.js";
import { describeWith } from "../support/judges.js";
import { launch, watchedPage } from "./browser.js";
import { SignerHand } from "./signerHand.js";

const longEnough = 60_000;

/** The program as it is started, in a process of its own; and a server of somebody's who has never used it. */
describeWith(["chromium"], "a new integrator", () => {
  let service: KillableService;
  let integrator: Integrator;
  let browser: Browser;
  let client: ApiClient;
  let endpoint: NewEndpointView;
  let path: string;
  /** Signed in a browser while the secret was rotated, and all that was told of it. */
  let signed: OrderView;
  let toldOfSigned: readonly Received[];

  beforeAll(async () => {
    service = await KillableService.prepare();
    [integrator, browser] = await Promise.all([Integrator.open(), launch(), service.start()]);
    client = new ApiClient(service.baseUrl, await service.apiKey());
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await integrator?.close();
    await service?.remove();
  });

  async function order(title: string): Promise<OrderView> {
    const content = Buffer.from(await sampleContract()).toString("base64");
    const signers = [{ given_name: "Ada", surname: "Lovelace", email: "ada@example.org", country: "GB" }];
    return client.createOrder({ title, documents: [{ name: "agreement.pdf", content }], signers });
  }

  async function trail({ id }: OrderView): Promise<EventView[]> {
    return (await client.get<{ data: EventView[] }>(`/v1/orders/${id}/events`)).body.data;
  }

  /** Waits until every line of an order's audit trail was told of. */
  async function wholeTrailTold(of: OrderView): Promise<readonly Received[]> {
    await until(async () => {
      const told = new Set(integrator.of(of).map(({ notification }) => notification.data.sequence));
      return (await trail(of)).every(({ seq }) => told.has(seq));
    });
    return integrator.of(of);
  }

  async function mailTo(address: string): Promise<OutboxMessage[]> {
    const found = await client.get<{ data: OutboxMessage[] }>(`/dev/outbox.json?to=${address}`);
    return found.body.data;
  }

  async function mustAnswer<T>(status: number, method: string, at: string, body?: unknown): Promise<T> {
    const answer = await client.request<T>(method, at, body);
    expect([method, at, answer.status, answer.body]).toEqual([method, at, status, expect.anything()]);
    return answer.body;
  }

  test("registers an endpoint of the test mode and has it tried at once", async () => {
    endpoint = await mustAnswer<NewEndpointView>(201, "POST", "/v1/webhook-endpoints", {
      url: integrator.url,
      description: "CRM",
      contact: { email: "ops@example.com", language: "en" },
      headers: { "X-Tenant": "northwind" },
      basic_auth: { username: "paraph", password: "pa55" },
    });
    path = `/v1/webhook-endpoints/${endpoint.id}`;
    expect(await mustAnswer(200, "POST", `${path}/test`, {})).toMatchObject({ delivered: true });
    const example = integrator.received.find(({ notification }) => notification.type === "endpoint.test");
    expect(example!.notification).toMatchObject({ example: true, mode: "test" });
    expect(example!.request.headers).toMatchObject({
      "x-tenant": "northwind",
      authorization: `Basic ${Buffer.from("paraph:pa55").toString("base64")}`,
    });
    verifyBySecret(example!, endpoint.secret);
    expect(isSignedBy(example!, endpoint.public_key)).toBe(true);
  });

  test(
    "is told of every line of an order's audit trail, verifiable with the old secret and with the rotated one",
    async () => {
      signed = await order("Signed in a browser");
      await until(() => integrator.of(signed).some(({ notification }) => notification.type === "order.sent"));
      const rotated = await mustAnswer<WebhookSecretView>(200, "POST", `${path}/rotate-secret`, {});
      const before = integrator.received.length;
      const watched = await watchedPage(browser);
      const hand = new SignerHand(watched.page);
      await hand.toSign(signed.signers[0]!.signing_url, async () => {
        const [newest] = await mailTo("ada@example.org");
        return /\b\d{6}\b/.exec(newest!.subject ?? "")![0];
      });
      await hand.press("Sign");
      await hand.heading("You have signed");
      await watched.close();
      await until(() =>
        integrator.of(signed).some(({ notification }) => notification.type === "order.completed"),
      );

      toldOfSigned = await wholeTrailTold(signed);
      const lines = (await trail(signed)).map(({ seq, type }) => ({ seq, type }));
      const told = toldOfSigned.map(({ notification: { type, data } }) => ({ seq: data.sequence, type }));
      const [others, numbered] = [false, true].map((is) =>
        told.filter(({ seq }) => is === (seq !== undefined)),
      );
      expect(numbered!.sort((a, b) => a.seq! - b.seq!)).toEqual(lines);
      expect(others!.map(({ type }) => type)).toEqual(["billing.signer_counted"]);
      expect(new Set(toldOfSigned.map(({ id }) => id)).size).toBe(lines.length + 1);
      for (const one of toldOfSigned) {
        verifyBySecret(one, endpoint.secret);
        expect(isSignedBy(one, endpoint.public_key)).toBe(true);
        expect(one.notification).toMatchObject({ mode: "test", api_version: expect.any(String) });
        expect(Buffer.byteLength(one.body)).toBeLessThan(20_480);
        expect(one.body).not.toMatch(/Lovelace|ada@example/);
      }
      const after = integrator.received.slice(before).filter((one) => signatureVersions(one).length > 2);
      expect(after.length).toBeGreaterThan(0);
      for (const one of after) {
        expect(signatureVersions(one)).toEqual(["v1", "v1a", "v1", "v1a"]);
        verifyBySecret(one, rotated.secret);
        expect(isSignedBy(one, rotated.public_key)).toBe(true);
      }
      expect(signatureVersions(integrator.received.at(-1)!)).toHaveLength(4);
    },
    longEnough,
  );

  test(
    "hears nothing while the endpoint is paused, and all of it when it is enabled",
    async () => {
      await mustAnswer(200, "PATCH", path, { status: "paused" });
      const waiting = await order("Created while paused");
      const deliveries = await mustAnswer<{ data: DeliveryView[] }>(
        200,
        "GET",
        `${path}/deliveries?state=pending&limit=100`,
      );
      const held = deliveries.data.filter((delivery) => delivery.order === waiting.id);
      expect(held.map(({ type, next_try_at: next }) => [type, next])).toContainEqual(["order.created", null]);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(integrator.of(waiting)).toEqual([]);
      await mustAnswer(200, "PATCH", path, { status: "enabled" });
      await wholeTrailTold(waiting);
    },
    longEnough,
  );

  test(
    "is written to when the endpoint is disabled, and gets all that it missed by the requests of that letter",
    async () => {
      integrator.status = 410;
      const gone = await order("Answered 410");
      await until(async () => (await mailTo("ops@example.com")).length > 0);
      const missed = await order("Created while disabled");
      integrator.status = 200;
      const [letter, ...others] = await mailTo("ops@example.com");
      expect(others).toEqual([]);
      expect(letter!.subject).toBe("Notifications have been stopped: CRM");
      expect(letter!.text).not.toContain("s3cr3t");
      const requests = [...letter!.text.matchAll(/^ {4}(PATCH|POST) (\S+)\n {4}(\{.*\})$/gm)];
      expect(requests).toHaveLength(2);
      for (const [, method, url, body] of requests) {
        const { pathname } = new URL(url!);
        await mustAnswer(method === "PATCH" ? 200 : 202, method!, pathname, JSON.parse(body!));
      }
      await wholeTrailTold(gone);
      await wholeTrailTold(missed);
    },
    longEnough,
  );

  test(
    "is told once more of a span of time, byte for byte and under the same ids",
    async () => {
      const before = integrator.received.length;
      const replay = await mustAnswer<ReplayView>(202, "POST", `${path}/replays`, {
        from: signed.created_at,
        to: new Date().toISOString(),
        only: "all",
        events: ["signer.*", "order.completed"],
      });
      const wanted = toldOfSigned.filter(({ notification: { type } }) =>
        /^(signer\..*|order\.completed)$/.test(type),
      );
      const again = () =>
        integrator.received.slice(before).filter(({ notification }) => notification.data.order === signed.id);
      await until(() => again().length >= wanted.length);
      const bodies = (some: readonly Received[]) => some.map(({ id, body }) => `${id} ${body}`).sort();
      expect(bodies(again())).toEqual(bodies(wanted));
      await until(
        async () =>
          (await mustAnswer<ReplayView>(200, "GET", `${path}/replays/${replay.id}`)).state === "done",
      );
    },
    longEnough,
  );

  test("hears nothing more once the endpoint is deleted, and finds nothing of it", async () => {
    await mustAnswer(200, "DELETE", path);
    const before = integrator.received.length;
    const late = await order("Created after the deletion");
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(integrator.of(late)).toEqual([]);
    expect(integrator.received.length).toBe(before);
    expect((await client.refused("GET", path)).status).toBe(404);
  });
});

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  for (const since = performance.now(); !(await done()); ) {
    if (performance.now() - since > longEnough - 35_000) throw new Error("It did not come to that.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
