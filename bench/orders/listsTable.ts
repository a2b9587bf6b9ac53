import type { ListsResult } from "./lists.js";

/** The result as lines of a table. */
export function listsTable({ fewOrders, manyOrders, fillSeconds, costs }: ListsResult): string {
  const row = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(36)} ${cells.map((cell) => cell.padStart(12)).join(" ")}`;
  const times = (many: number, few: number) => `${(many / few).toFixed(2)}x`;
  return [
    `A tenant with ${fewOrders} orders and one with ${manyOrders} (${5 * manyOrders} events), filled in ${fillSeconds.toFixed(0)} s; CPU time of a request in ms, service and PostgreSQL together`,
    row("request", ["few", "many", "many/few", "buffers few", "many", "many/few"]),
    ...costs.map(({ request, few, many, fewBuffers, manyBuffers }) =>
      row(request, [
        few.toFixed(2),
        many.toFixed(2),
        times(many, few),
        String(fewBuffers),
        String(manyBuffers),
        times(manyBuffers, fewBuffers),
      ]),
    ),
    "",
  ].join("\n");
}
