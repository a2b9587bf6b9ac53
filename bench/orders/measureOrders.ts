import type { Mode } from "../../api/apiKeys/caller.js";
import { type BenchDocument, documents } from "../documents.js";
import { HttpClient } from "./httpClient.js";
import { added, noTime, type ProcessorTime, since } from "./processorTime.js";
import { newTraveller, type Step, type TravellingOrder, wholeRoad } from "./road.js";
import { BenchService, type ServiceOptions } from "./service.js";
import { StatementCounter } from "./statements.js";

export interface OrdersOptions {
  readonly mode: Mode;
  /** Requests under way at once. */
  readonly concurrency: number;
  /** Orders that a round takes to their end. */
  readonly orders: number;
  readonly rounds: number;
}

/** What a step costs, each figure for one order. */
export interface StepCost {
  readonly name: string;
  /** CPU milliseconds. */
  readonly server: number;
  readonly postgres: number;
  /** Milliseconds from the request to the end of its answer. */
  readonly p50: number;
  readonly p95: number;
  readonly messages: number;
  readonly transactions: number;
}

export interface OrdersResult {
  readonly checkout: string;
  readonly mode: Mode;
  readonly concurrency: number;
  /** Whole orders that were counted. */
  readonly orders: number;
  readonly documentBytes: number;
  /** Whole orders in a second of CPU time, service and PostgreSQL together. */
  readonly ordersPerSecond: number;
  /** CPU milliseconds for a whole order. */
  readonly server: number;
  readonly postgres: number;
  /** CPU milliseconds that this process, which plays caller and signers, used for a whole order; not counted. */
  readonly client: number;
  readonly steps: readonly StepCost[];
}

interface Sample {
  readonly step: Step;
  time: ProcessorTime;
  readonly latencies: number[];
  messages: number;
  transactions: number;
}

/** One service under measurement. */
export class OrdersBench {
  private readonly samples: Sample[];
  private whole: ProcessorTime = noTime;
  private clientMs = 0;
  private wholeOrders = 0;
  private steppedOrders = 0;

  private constructor(
    private readonly service: BenchService,
    private readonly client: HttpClient,
    private readonly checkout: string,
    private readonly options: OrdersOptions,
    private readonly document: BenchDocument,
    steps: readonly Step[],
  ) {
    this.samples = steps.map((step) => ({ step, time: noTime, latencies: [], messages: 0, transactions: 0 }));
  }

  static async start(service: ServiceOptions, options: OrdersOptions): Promise<OrdersBench> {
    const running = await BenchService.start(service);
    const document = documents.hundredKilobytes();
    const client = new HttpClient(running.baseUrl, options.concurrency);
    const { apiKey } = await running.tenant(options.mode);
    const steps = wholeRoad(client, { headers: { Authorization: `Bearer ${apiKey}` } }, document.pdf);
    return new OrdersBench(running, client, service.checkout, options, document, steps);
  }

  /** Until everything is compiled, every connection open and every cache of the service as full as it gets. */
  async warmUp(): Promise<void> {
    await this.runWhole(this.options.orders * 2);
    for (const sample of this.samples) sample.latencies.length = 0;
  }

  /** Takes a round's orders from the first step to the last, several at once: what they cost altogether. */
  async wholeRound(): Promise<void> {
    const { orders } = this.options;
    const before = this.service.processorTime();
    const own = process.cpuUsage();
    await this.runWhole(orders);
    const { user, system } = process.cpuUsage(own);
    this.whole = added(this.whole, since(before, this.service.processorTime()));
    this.clientMs += (user + system) / 1000;
    this.wholeOrders += orders;
  }

  /** Takes a round's orders through one step after the other, all together: what each step costs. */
  async steppedRound(): Promise<void> {
    const { orders, concurrency } = this.options;
    const travellers = this.newTravellers(orders);
    for (const sample of this.samples) {
      const before = this.service.processorTime();
      await inParallel(travellers, concurrency, (order) => timed(sample, order));
      sample.time = added(sample.time, since(before, this.service.processorTime()));
    }
    this.steppedOrders += orders;
  }

  /** Counts what the service says to PostgreSQL for one order. @returns the texts, step by step */
  async countStatements(): Promise<readonly { step: string; texts: readonly string[] }[]> {
    const counter = await StatementCounter.start(this.service);
    const order = newTraveller(this.document.pages);
    const told: { step: string; texts: readonly string[] }[] = [];
    for (const sample of this.samples) {
      await sample.step.run(order);
      const { messages, transactions, texts } = await counter.take();
      sample.messages = messages;
      sample.transactions = transactions;
      told.push({ step: sample.step.name, texts });
    }
    await counter.stop();
    return told;
  }

  result(): OrdersResult {
    const { mode, concurrency } = this.options;
    const { server, postgres } = perOrder(this.whole, this.wholeOrders);
    return {
      checkout: this.checkout,
      mode,
      concurrency,
      orders: this.wholeOrders,
      documentBytes: this.document.pdf.length,
      ordersPerSecond: 1000 / (server + postgres),
      server,
      postgres,
      client: this.clientMs / this.wholeOrders,
      steps: this.samples.map(({ step, time, latencies, messages, transactions }) => ({
        name: step.name,
        ...perOrder(time, this.steppedOrders),
        p50: quantile(latencies, 0.5),
        p95: quantile(latencies, 0.95),
        messages,
        transactions,
      })),
    };
  }

  async stop(): Promise<void> {
    this.client.close();
    await this.service.stop();
  }

  private newTravellers(count: number): TravellingOrder[] {
    return Array.from({ length: count }, () => newTraveller(this.document.pages));
  }

  private runWhole(orders: number): Promise<void> {
    const travellers = this.newTravellers(orders);
    return inParallel(travellers, this.options.concurrency, async (order) => {
      for (const sample of this.samples) await timed(sample, order);
    });
  }
}

async function timed({ step, latencies }: Sample, order: TravellingOrder): Promise<void> {
  const started = performance.now();
  await step.run(order);
  latencies.push(performance.now() - started);
}

async function inParallel<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function perOrder({ server, postgres }: ProcessorTime, orders: number): ProcessorTime {
  return { server: server / orders, postgres: postgres / orders };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.round(part * (sorted.length - 1))] ?? 0;
}
