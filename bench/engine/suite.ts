import { type MeasuredGroup, measureGroup, tableOf } from "../group.js";
import { engineGroups } from "./groups.js";
import { memoryOfSigning } from "./memory.js";

/**
 * What the engine's work costs, beside the floor of its cryptography and beside peers.
 * @param only text in the titles of the groups that are wanted; undefined: all of them, and the memory of signing
 */
export async function engineSuite(asJson: boolean, only: string | undefined): Promise<void> {
  const measured: MeasuredGroup[] = [];
  for await (const group of engineGroups()) {
    if (only !== undefined && !group.title.includes(only)) continue;
    const result = await measureGroup(group);
    measured.push(result);
    if (!asJson) process.stdout.write(`${tableOf(result)}\n`);
  }
  const memory = only === undefined ? memoryOfSigning(100) : undefined;
  if (asJson)
    process.stdout.write(`${JSON.stringify({ node: process.version, groups: measured, memory }, null, 2)}\n`);
  else if (memory) {
    const { megabytes, grownMegabytes } = memory;
    process.stdout.write(
      `Memory to sign a document of ${megabytes} MB: ${Math.round(grownMegabytes)} MB more at most, beside the document\n`,
    );
  }
}
