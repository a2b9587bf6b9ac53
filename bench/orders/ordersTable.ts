import type { OrdersResult, StepCost } from "./measureOrders.js";

/** A service's result as lines of a table. */
export function ordersTable(result: OrdersResult): string {
  const { mode, concurrency, orders, documentBytes, steps, server, postgres, client } = result;
  const head = row("per order", [
    "server",
    "postgres",
    "together",
    "p50 ms",
    "p95 ms",
    "messages",
    "transact.",
  ]);
  return [
    `Whole orders, ${mode} mode, a document of ${Math.round(documentBytes / 1000)} kB, ${concurrency} at once; CPU time in ms (${result.checkout})`,
    head,
    ...steps.map((step) => rowOf(step)),
    rowOf({ ...total(steps), name: "all steps, one after the other" }),
    row(`whole orders, mixed (${orders})`, [ms(server), ms(postgres), ms(server + postgres), "", "", "", ""]),
    `  ${result.ordersPerSecond.toFixed(1)} whole orders per CPU second, service and PostgreSQL together.`,
    `  Not counted: ${ms(client)} ms an order for the program that plays caller and signers.`,
    "",
  ].join("\n");
}

/** How many times less (or more) a whole order and each of its steps costs here than there. */
export function comparison(here: OrdersResult, there: OrdersResult): string {
  const times = (one: number, other: number) => (other === 0 ? "" : `${(one / other).toFixed(2)}x`);
  const lines = here.steps.map((step, index) => {
    const other = there.steps[index]!;
    return row(step.name, [
      times(step.server, other.server),
      times(step.postgres, other.postgres),
      times(step.server + step.postgres, other.server + other.postgres),
    ]);
  });
  const whole = [
    times(here.server, there.server),
    times(here.postgres, there.postgres),
    times(here.server + here.postgres, there.server + there.postgres),
  ];
  return [
    row(`CPU time against ${there.checkout}`, ["server", "postgres", "together"]),
    ...lines,
    row("whole orders, mixed", whole),
    "",
  ].join("\n");
}

function rowOf({ name, server, postgres, p50, p95, messages, transactions }: StepCost): string {
  const times = p50 === 0 ? ["", ""] : [ms(p50), ms(p95)];
  return row(name, [
    ms(server),
    ms(postgres),
    ms(server + postgres),
    ...times,
    String(messages),
    String(transactions),
  ]);
}

function total(steps: readonly StepCost[]): StepCost {
  const sum = (of: (step: StepCost) => number) => steps.reduce((before, step) => before + of(step), 0);
  return {
    name: "",
    server: sum(({ server }) => server),
    postgres: sum(({ postgres }) => postgres),
    p50: 0,
    p95: 0,
    messages: sum(({ messages }) => messages),
    transactions: sum(({ transactions }) => transactions),
  };
}

function row(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(36)} ${cells.map((cell) => cell.padStart(9)).join(" ")}`;
}

function ms(value: number): string {
  return value.toFixed(2);
}
