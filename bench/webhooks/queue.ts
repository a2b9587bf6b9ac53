import { freePort } from "../../test/support/freePort.js";
import { type ProcessorTime, since } from "../orders/processorTime.js";
import { BenchService } from "../orders/service.js";
import { amongThoseOf, type LookCost, measureLook } from "./dueLanes.js";
import { Sink } from "./sink.js";
import { loopbackAllowed, ToldTenant } from "./toldTenant.js";

/** Until the endpoints that are well have been told of everything. */
export interface QueueDrained {
  /** Seconds by the clock. */
  readonly seconds: number;
  /** CPU milliseconds. */
  readonly time: ProcessorTime;
}

export interface QueueResult {
  readonly queued: number;
  /** Endpoints that are well, and deliveries to each. */
  readonly well: number;
  readonly each: number;
  readonly alone: QueueDrained;
  readonly amongSick: QueueDrained;
  /** The look for lanes with something due. */
  readonly lookFew: LookCost;
  readonly lookMany: LookCost;
  /** After the well ones were told: their rows are no more in the index, what was there is not yet swept. */
  readonly lookAfter: LookCost;
  /** Where so many lanes of another tenant are in trouble. */
  readonly troubled: { readonly lanes: number; readonly ofAll: LookCost; readonly ofOne: LookCost };
  /** The most memory that the service has had, in megabytes. */
  readonly memory: { readonly before: number; readonly after: number };
}

const well = 7;
/** Deliveries before which a look is measured. */
const few = 100;
const troubledLanes = 1000;

/**
 * Ten endpoints with a tenth of the queue each: one refuses connections, one never answers, one takes two seconds for an
 * answer. How long the other seven wait, against the same seven with the same deliveries and nobody beside them.
 * @param queued deliveries in all
 */
export async function measureQueue(queued: number): Promise<QueueResult> {
  const sink = await Sink.start();
  const service = await BenchService.start({ checkout: ".", env: loopbackAllowed });
  const tenant = await ToldTenant.open(service);
  try {
    const paths = Array.from({ length: well }, (_, index) => `/ok/${index}`);
    const healthy: string[] = [];
    for (const path of paths) healthy.push(await tenant.endpoint(sink.origin + path));
    const sick = [
      await tenant.endpoint(`http://127.0.0.1:${await freePort()}/refused`),
      await tenant.endpoint(`${sink.origin}/silent/1`),
      await tenant.endpoint(`${sink.origin}/slow/1`),
    ];
    const each = Math.ceil(queued / (well + sick.length));
    const drained = async (): Promise<QueueDrained> => {
      await sink.take();
      const before = service.processorTime();
      const started = performance.now();
      await tenant.hold(false);
      await sink.hasCome(paths, each, 60_000 + 20 * queued);
      await tenant.isSettled(healthy);
      return {
        seconds: (performance.now() - started) / 1000,
        time: since(before, service.processorTime()),
      };
    };
    const fill = async (endpoints: readonly string[], notifications: number) => {
      await tenant.hold(true);
      await tenant.owe(endpoints, notifications);
    };

    await fill(healthy, Math.min(each, 500));
    await tenant.hold(false);
    await tenant.isSettled(healthy);
    const [before] = await service.mostMemory();
    await fill(healthy, each);
    const alone = await drained();
    await fill([...healthy, ...sick], Math.ceil(few / (well + sick.length)));
    const lookFew = await measureLook(service.adminUrl);
    await tenant.cancel();
    await fill([...healthy, ...sick], each);
    const lookMany = await measureLook(service.adminUrl);
    const amongSick = await drained();
    const lookAfter = await measureLook(service.adminUrl);
    const [after] = await service.mostMemory();
    const other = await ToldTenant.open(service);
    await other.beInTrouble(troubledLanes);
    await other.close();
    const troubled = {
      lanes: troubledLanes,
      ofAll: await measureLook(service.adminUrl),
      ofOne: await measureLook(service.adminUrl, amongThoseOf(tenant.tenantId)),
    };
    return {
      queued: each * (well + sick.length),
      well,
      each,
      alone,
      amongSick,
      lookFew,
      lookMany,
      lookAfter,
      troubled,
      memory: { before: before!, after: after! },
    };
  } finally {
    await tenant.close();
    await service.stop();
    await sink.stop();
  }
}
