import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** What signing a large document takes beside the document itself. */
export interface SigningMemory {
  readonly megabytes: number;
  /** By how much the process grew at most: the signed copy and whatever else. */
  readonly grownMegabytes: number;
}

/** Signs a document of so many MB in a process of its own, and reads what that process held at most. */
export function memoryOfSigning(megabytes: number): SigningMemory {
  const program = fileURLToPath(new URL("../../test/unit/engine/pades/signLarge.js", import.meta.url));
  const printed = execFileSync(process.execPath, [program, String(megabytes)], { encoding: "utf8" });
  return { megabytes, grownMegabytes: (JSON.parse(printed) as { grown: number }).grown };
}
