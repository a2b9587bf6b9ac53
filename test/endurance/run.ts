import { setTimeout as wait } from "node:timers/promises";
import { sampleContract } from "../../api/demo/sampleContract.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import type { KillableService } from "../chaos/killableService.js";
import { StubbornSigner } from "../chaos/stubbornSigner.js";
import { ApiClient } from "../support/apiClient.js";
import { seededRandom } from "../support/seededRandom.js";
import { WebhookReceiver } from "../support/webhookReceiver.js";

export const leastOrders = Number(process.env["ENDURANCE_ORDERS"] ?? 300);
/** Of server, worker and PostgreSQL each; on a quick machine more orders are made until it was done so often. */
export const leastKills = Math.min(10, Math.ceil(leastOrders / 10));
const atOnce = 4;
const seed = 20261122;

/** Orders that were signed while everything was killed again and again, and what was told of them. */
export interface EnduranceRun {
  readonly service: KillableService;
  readonly client: ApiClient;
  readonly signed: readonly { readonly order: OrderView; readonly signers: number }[];
  /** What the service has acknowledged. */
  readonly acknowledged: readonly string[];
  readonly killed: { readonly api: number; readonly worker: number; readonly postgres: number };
  /** Who is told of everything: at `/endpoint` as the tenant's endpoint, at `/callback` as each order's callback. */
  readonly receiver: WebhookReceiver;
}

/** Has orders signed until there are enough, and each process was killed often enough. Resolves when nothing is left to do. */
export async function endure(service: KillableService): Promise<EnduranceRun> {
  const random = seededRandom(seed);
  const receiver = await WebhookReceiver.open();
  receiver.answer = unreliably(random);
  await service.start();
  const apiKey = await service.apiKey();
  const client = new ApiClient(service.baseUrl, apiKey);
  const { status } = await client.post("/v1/webhook-endpoints", {
    url: `${receiver.origin}/endpoint`,
    events: ["*"],
  });
  if (status !== 201) throw new Error(`No endpoint: ${status}`);
  const further = { callback: { url: `${receiver.origin}/callback`, events: ["*"] } };
  const content = Buffer.from(await sampleContract()).toString("base64");
  const giveUp = AbortSignal.timeout(1_000_000);
  const run = {
    service,
    client,
    signed: [] as { order: OrderView; signers: number }[],
    acknowledged: [] as string[],
    killed: { api: 0, worker: 0, postgres: 0 },
    receiver,
  };
  let begun = 0;
  const work = Array.from({ length: atOnce }, async () => {
    while (begun < leastOrders || Math.min(...Object.values(run.killed)) < leastKills) {
      begun += 1;
      const signers = begun % 3 === 0 ? 2 : 1;
      const signer = new StubbornSigner(service.baseUrl, apiKey, `order-${begun}`, giveUp, signers, further);
      run.signed.push({ order: await signer.completeOrder(content), signers });
      run.acknowledged.push(...signer.acknowledged);
    }
  });
  let done = false;
  const all = Promise.all(work).finally(() => {
    done = true;
  });
  for (let round = 0; !done; round++) {
    await Promise.race([all, wait(200 + random(800))]);
    await killNext(service, round, run.killed);
    // PostgreSQL may be coming up again.
    await stubbornly(() => service.letTimePass());
  }
  await all;
  await nothingIsPending(service);
  return run;
}

/** One answer of ten says no, and one of twenty is lost: what was told comes again. */
function unreliably(random: (below: number) => number): WebhookReceiver["answer"] {
  return (response) => {
    const lot = random(20);
    if (lot === 0) response.destroy();
    else response.writeHead(lot < 3 ? 500 : 204).end();
  };
}

async function killNext(
  service: KillableService,
  round: number,
  killed: Record<"api" | "worker" | "postgres", number>,
): Promise<void> {
  const victims = ["api", "worker", "postgres"] as const;
  const victim = victims[round % victims.length]!;
  killed[victim] += 1;
  if (victim === "postgres") {
    await service.killPostgres().catch(() => undefined);
    return;
  }
  const [api, worker] = service.programs;
  const program = victim === "api" ? api! : worker!;
  await program.kill();
  await program.start();
}

/** @throws Error when something stays */
async function nothingIsPending(service: KillableService): Promise<void> {
  for (let tries = 0; ; tries++) {
    // What has failed again and again is tried again a day later.
    await stubbornly(() => service.letTimePass(25 * 60));
    const [open] = await stubbornly(() =>
      service.sql<{ count: number }>(
        `SELECT ((SELECT count(*) FROM signings WHERE state = 'pending') + (SELECT count(*) FROM object_claims)
           + (SELECT count(*) FROM seals WHERE state = 'pending') + (SELECT count(*) FROM messages WHERE state = 'pending')
           + (SELECT count(*) FROM otp_codes WHERE state = 'sending')
           + (SELECT count(*) FROM webhook_deliveries WHERE state = 'pending'))::int AS count`,
      ),
    );
    if (open!.count === 0) return;
    if (tries === 300) throw new Error(`${open!.count} pieces of work stay pending.`);
    await wait(200);
  }
}

async function stubbornly<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === 100) throw error;
      await wait(100);
    }
  }
}
