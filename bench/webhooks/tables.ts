import type { DeliveriesResult } from "./deliveries.js";
import type { Latency } from "./latency.js";
import type { QueueDrained, QueueResult } from "./queue.js";
import type { TellingCost } from "./telling.js";

export function deliveriesTable({ bare, costs, memory }: DeliveriesResult): string {
  return [
    row("Deliveries to a sink in another process", [
      "server",
      "postgres",
      "together",
      "per CPU s",
      "x bare",
      "per s",
    ]),
    row("bare request, signed, nothing written down", [
      ms(bare),
      "",
      ms(bare),
      whole(1000 / bare),
      "1.00",
      "",
    ]),
    ...costs.map(({ endpoints, deliveries, server, postgres, perSecond }) => {
      const together = server + postgres;
      return row(`${deliveries} to ${endpoints} endpoint${endpoints === 1 ? "" : "s"}`, [
        ms(server),
        ms(postgres),
        ms(together),
        whole(1000 / together),
        (together / bare).toFixed(2),
        whole(perSecond),
      ]);
    }),
    "  CPU ms of one; x bare: service and PostgreSQL together against the bare request.",
    `  Most memory of the service: ${whole(memory.before)} MB before, ${whole(memory.after)} MB after.`,
    "",
  ].join("\n");
}

export function latencyTable(latencies: readonly Latency[]): string {
  return [
    row("From the commit to the first request, in ms", ["changes", "p50", "p95", "p99", "most"]),
    ...latencies.map(({ isApart, changes, p50, p95, p99, most }) =>
      row(isApart ? "API and worker a process each" : "API and worker in one process", [
        String(changes),
        ...[p50, p95, p99, most].map((value) => value.toFixed(1)),
      ]),
    ),
    "",
  ].join("\n");
}

export function queueTable(result: QueueResult): string {
  const { queued, well, each, alone, amongSick, lookFew, lookMany, lookAfter, troubled, memory } = result;
  const drained = (name: string, { seconds, time: { server, postgres } }: QueueDrained) =>
    row(name, [seconds.toFixed(1), ...[server, postgres, server + postgres].map((value) => whole(value))]);
  const times = (of: (one: QueueDrained) => number) => `${(of(amongSick) / of(alone)).toFixed(2)}x`;
  const look = (name: string, { ms: took, buffers }: QueueResult["lookFew"]) =>
    row(name, [took.toFixed(2), String(buffers)]);
  return [
    row(`${queued} queued for 10 endpoints: until ${well} have their ${each} each`, [
      "seconds",
      "server",
      "postgres",
      "together",
    ]),
    drained(`these ${well} alone`, alone),
    drained("one refusing, one silent, one slow beside them", amongSick),
    row("among the sick against alone", [
      times(({ seconds }) => seconds),
      times(({ time }) => time.server),
      times(({ time }) => time.postgres),
      times(({ time }) => time.server + time.postgres),
    ]),
    "  CPU ms in all.",
    row("The look for lanes with something due", ["ms", "buffers"]),
    look("100 deliveries pending", lookFew),
    look(`${queued} pending`, lookMany),
    look("after the drain, not swept yet", lookAfter),
    look(`${troubled.lanes} lanes with open circuits, once a second`, troubled.ofAll),
    look("the same, after a change of another tenant", troubled.ofOne),
    `  Most memory of the service: ${whole(memory.before)} MB before, ${whole(memory.after)} MB after.`,
    "",
  ].join("\n");
}

export function tellingTable(costs: readonly TellingCost[]): string {
  const [first] = costs;
  const base = first!.server + first!.postgres;
  return [
    row("A whole order, by who is told of it", ["server", "postgres", "together", "against"]),
    ...costs.map(({ listener, server, postgres }) =>
      row(listener, [
        ms(server),
        ms(postgres),
        ms(server + postgres),
        `${((server + postgres) / base).toFixed(2)}x`,
      ]),
    ),
    "  CPU ms of one order; against the first.",
    "",
  ].join("\n");
}

function row(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(58)} ${cells.map((cell) => cell.padStart(9)).join(" ")}`;
}

function ms(value: number): string {
  return value.toFixed(3);
}

function whole(value: number): string {
  return value.toFixed(0);
}
