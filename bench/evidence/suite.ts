import { nameTestCluster, removeTestCluster } from "../../test/support/cluster.js";
import { OrderDesk } from "../../test/support/orderDesk.js";
import { measureLarge } from "../../test/unit/api/evidence/measureLarge.js";
import { MEGABYTE } from "../../test/unit/engine/pades/largeDocument.js";
import { type MeasuredGroup, measureGroup, tableOf } from "../group.js";
import { logTable, measureLog } from "./log.js";
import { evidenceParts } from "./parts.js";
import { signedOrder } from "./signedOrder.js";
import { measureSweeps, type SweepCost, sweepsTable } from "./sweeps.js";

const fewEvents = 1000;
const keptFiles = [1000, 100_000, 1_000_000];
const large = { count: 10, megabytes: 20 };

/**
 * `npm run bench -- evidence`: what evidence costs. The parts of making a file; the look for what is due; the log, with
 * few events and with many; and the memory that a container with large documents takes.
 * @param manyEvents of the larger log
 */
export async function evidenceSuite(asJson: boolean, manyEvents: number): Promise<void> {
  const print = (text: string) => void (asJson || process.stdout.write(`${text}\n`));
  const { parts, sweeps } = await inOneService();
  for (const group of parts) print(tableOf(group));
  print(sweepsTable(sweeps));
  const [sent, stored] = await measureLarge(large.count, large.megabytes * MEGABYTE, ["sent", "stored"]);
  print(
    `Memory for a container of ${Math.round(sent!.megabytes)} MB, ${large.count} documents of ${large.megabytes} MB before and after: ` +
      `${Math.round(sent!.grown)} MB to send it, ${Math.round(stored!.grown)} MB to store it\n`,
  );
  const log = await measureLog(fewEvents, manyEvents);
  print(logTable(log));
  if (asJson) {
    const result = { node: process.version, parts, sweeps, memory: { sent, stored }, log };
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  }
}

async function inOneService(): Promise<{ parts: readonly MeasuredGroup[]; sweeps: readonly SweepCost[] }> {
  await nameTestCluster();
  try {
    const desk = await OrderDesk.open();
    try {
      const parts: MeasuredGroup[] = [];
      for (const group of await evidenceParts(await signedOrder(desk))) parts.push(await measureGroup(group));
      return { parts, sweeps: await measureSweeps(desk.service.adminUrl, keptFiles) };
    } finally {
      await desk.close();
    }
  } finally {
    await removeTestCluster();
  }
}
