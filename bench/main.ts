import { engineGroups } from "./engine/groups.js";
import { memoryOfSigning } from "./engine/memory.js";
import { type MeasuredGroup, measureGroup, tableOf } from "./group.js";

/*
 * npm run bench [-- engine] [--json] [--only TEXT]: measures one suite in one process and prints a table, or JSON.
 */
const words = process.argv.slice(2);
const asJson = words.includes("--json");
const only = words.includes("--only") ? words[words.indexOf("--only") + 1] : undefined;
const [suite = "engine"] = words.filter(
  (word, index) => !word.startsWith("--") && words[index - 1] !== "--only",
);
if (suite !== "engine") {
  process.stderr.write(`There is no suite ${suite}: engine.\n`);
  process.exit(2);
}

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
