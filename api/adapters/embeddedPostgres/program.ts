import { type SpawnOptions, spawn } from "node:child_process";

export interface ProgramResult {
  /** Exit status; null when a signal ended it or it could not be started. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const systemPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** What a program may print before the rest is dropped; PostgreSQL's tools print a page. */
const mostCharacters = 64 * 1024;

/**
 * Runs a program to its end, with an environment that holds none of ours: a server that outlives us must not carry
 * our secrets. Never rejects; a program that cannot be started has status null and the reason in `stderr`.
 */
export function runProgram(
  program: string,
  programArguments: readonly string[],
  identity: Pick<SpawnOptions, "uid" | "gid"> = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, programArguments, {
      ...identity,
      // Not where we stand: the account of the server may not be allowed to look there.
      cwd: "/",
      env: { PATH: systemPath, LC_ALL: "C", TZ: "UTC" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout = (stdout + text).slice(0, mostCharacters);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr = (stderr + text).slice(0, mostCharacters);
    });
    child.once("error", (error) => resolve({ status: null, stdout, stderr: stderr + error.message }));
    child.once("close", (status) => resolve({ status, stdout, stderr }));
  });
}
