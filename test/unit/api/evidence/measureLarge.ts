import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeLargeDocument } from "./largeOrder.js";

/** What a container with large documents takes. */
export interface ContainerMemory {
  /** Of the container. */
  readonly megabytes: number;
  /** By how many MB the process grew at most. */
  readonly grown: number;
}

/**
 * Makes containers in processes of their own.
 * @param count documents, each of them twice in the container: as given, and signed
 * @param bytes of each
 * @param how sent part by part, or held in memory, as it is for being stored
 */
export async function measureLarge(count: number, bytes: number, how: readonly ("sent" | "stored")[]) {
  const directory = await mkdtemp(join(tmpdir(), "paraph-large-"));
  try {
    await writeLargeDocument(directory, bytes);
    const program = fileURLToPath(new URL("containLarge.js", import.meta.url));
    return how.map((one): ContainerMemory => {
      const printed = execFileSync(process.execPath, [program, directory, String(count), one]);
      return JSON.parse(printed.toString("utf8")) as ContainerMemory;
    });
  } finally {
    await rm(directory, { recursive: true });
  }
}
