import { readFile, stat } from "node:fs/promises";
import { hasRepeatedName } from "../engine/hashchain/repeatedName.js";
import { type ChainVerdict, verifyAuditExport } from "../engine/hashchain/verify.js";

/** An order's trail is some kilobytes; whatever is larger than this is none. */
const maxBytes = 256 * 1024 * 1024;

/** Faults that are told one by one. */
const maxTold = 100;

/**
 * `paraph verify-audit FILE`: says what it checked, and each fault with its place.
 * @returns 0 when the trail is whole, 1 when it is not, 2 when the file cannot be read
 */
export async function verifyAudit(args: readonly string[]): Promise<number> {
  const [path] = args;
  if (path === undefined || args.length !== 1) {
    process.stderr.write("Usage: paraph verify-audit FILE\n");
    return 2;
  }
  let text: string;
  let file: unknown;
  try {
    if ((await stat(path)).size > maxBytes) throw new Error(`it is larger than ${maxBytes} bytes`);
    text = await readFile(path, "utf8");
    file = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown";
    process.stderr.write(`${printable(path)} cannot be read: ${printable(reason)}\n`);
    return 2;
  }
  const repeated = hasRepeatedName(text);
  if (repeated) {
    process.stdout.write(
      "FAULT repeated_name: An object has one name twice, so that readers can see different things.\n",
    );
  }
  return report(verifyAuditExport(file), repeated ? 1 : 0);
}

/** @param before faults that were told already */
function report(verdict: ChainVerdict, before: number): number {
  for (const fault of verdict.faults.slice(0, maxTold)) {
    process.stdout.write(`FAULT ${fault.code}: ${fault.message}\n`);
  }
  const faults = verdict.faults.length + before;
  if (verdict.faults.length > maxTold)
    process.stdout.write(`and ${verdict.faults.length - maxTold} faults more\n`);
  if (faults > 0) {
    process.stdout.write(`NOT WHOLE: ${faults} faults in ${verdict.events} events.\n`);
    return 1;
  }
  process.stdout.write(
    `WHOLE: ${verdict.events} events; each hash, each link and the head are right.
Personal data of ${verdict.personalChecked} events match their commitments; those of ${verdict.personalWithheld} are not in the file.
Not checked here: whether events were cut off at the end together with the stated length and head. Compare the head
with one from another source, such as an earlier export.
`,
  );
  return 0;
}

/** A parser's message quotes the file, which may hold what a terminal takes for a command. */
function printable(text: string): string {
  return text.replace(/\p{C}+/gu, " ");
}
