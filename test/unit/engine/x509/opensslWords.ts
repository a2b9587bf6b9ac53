import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

export interface Words {
  readonly passed: boolean;
  /** Standard output and standard error: openssl says "verify OK" on the latter. */
  readonly text: string;
  /** What it wrote to the file asked for; empty when there is none. */
  readonly output: Buffer;
}

/**
 * Runs one openssl command in a directory of its own that holds these files, and goes afterwards.
 * @param files by name
 * @param output name of a file that the command writes
 */
export async function opensslWords(
  files: Readonly<Record<string, Uint8Array | string>>,
  args: readonly string[],
  output?: string,
): Promise<Words> {
  const directory = await mkdtemp(join(tmpdir(), "paraph-openssl-"));
  try {
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(directory, name), bytes);
    const said = await promisify(execFile)("openssl", [...args], { cwd: directory }).then(
      ({ stdout, stderr }) => ({ passed: true, text: stdout + stderr }),
      (error: { stdout?: string; stderr?: string }) => ({
        passed: false,
        text: `${error.stdout ?? ""}${error.stderr ?? ""}` || String(error),
      }),
    );
    const written = output === undefined ? null : await readFile(join(directory, output)).catch(() => null);
    return { ...said, output: written ?? Buffer.alloc(0) };
  } finally {
    await rm(directory, { recursive: true });
  }
}
