import { documents } from "../documents.js";
import { added, noTime, type ProcessorTime, since } from "../orders/processorTime.js";
import { newTraveller, type Step, wholeRoad } from "../orders/road.js";
import { BenchService } from "../orders/service.js";
import { Sink } from "./sink.js";
import { loopbackAllowed, ToldTenant } from "./toldTenant.js";

/** What a whole order costs, by who is told of it; CPU milliseconds of one order. */
export interface TellingCost {
  readonly listener: string;
  readonly server: number;
  readonly postgres: number;
}

interface Subject {
  readonly listener: string;
  readonly steps: readonly Step[];
  readonly tenant: ToldTenant;
  /** Endpoints that are told before the next has its turn. */
  readonly waitsFor: readonly string[];
  time: ProcessorTime;
}

const ordersPerRound = 12;
const atOnce = 4;

/** How each tenant is told; `held`: what it is owed is written down, and waits. */
const listeners = [
  { listener: "nobody listens", endpoint: false, callback: false, held: false },
  { listener: "one endpoint, told later", endpoint: true, callback: false, held: true },
  { listener: "a callback, told later", endpoint: false, callback: true, held: true },
  { listener: "one endpoint, told meanwhile", endpoint: true, callback: false, held: false },
] as const;

/** Whole orders of four tenants in one service, in turns. */
export async function measureTelling(rounds: number): Promise<TellingCost[]> {
  const sink = await Sink.start();
  const service = await BenchService.start({ checkout: ".", env: loopbackAllowed });
  const subjects: Subject[] = [];
  try {
    const document = documents.hundredKilobytes();
    const travel = async ({ steps }: Subject) => {
      const order = newTraveller(document.pages);
      for (const step of steps) await step.run(order);
    };
    for (const { listener, endpoint, callback, held } of listeners) {
      const tenant = await ToldTenant.open(service);
      const url = `${sink.origin}/ok/${subjects.length}`;
      const endpoints = endpoint ? [await tenant.endpoint(url, ["*"])] : [];
      const further = callback ? { callback: { url, events: ["*"] } } : {};
      const { client, headers } = tenant;
      const steps = wholeRoad(client, { headers }, document.pdf, further);
      const subject = { listener, tenant, steps, waitsFor: held ? [] : endpoints, time: noTime };
      subjects.push(subject);
      // The lane of callbacks is known from the first on.
      await travel(subject);
      if (held) await tenant.hold(true);
    }
    for (let round = -3; round < rounds; round++) {
      for (const subject of subjects) {
        const before = service.processorTime();
        let left = ordersPerRound;
        const one = async () => {
          while (left-- > 0) await travel(subject);
        };
        await Promise.all(Array.from({ length: atOnce }, one));
        await subject.tenant.isSettled(subject.waitsFor);
        if (round >= 0) subject.time = added(subject.time, since(before, service.processorTime()));
      }
    }
    const orders = rounds * ordersPerRound;
    return subjects.map(({ listener, time }) => ({
      listener,
      server: time.server / orders,
      postgres: time.postgres / orders,
    }));
  } finally {
    for (const { tenant } of subjects) await tenant.close();
    await service.stop();
    await sink.stop();
  }
}
