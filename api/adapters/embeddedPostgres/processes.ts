import { readFileSync } from "node:fs";
import { runProgram } from "./program.js";

/** Whether a process with this id exists, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * When a process started, in the kernel's own ticks: with the process id it names one process for good, since ids
 * are used again. "0" where the system has no /proc, so that there the id alone must do.
 */
export function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // proc(5): the second field is the name in parentheses, which may hold spaces; starttime is the 22nd.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "0";
  } catch {
    return "0";
  }
}

/** Whether a process is a PostgreSQL server; where the system does not let us see, it may be one. */
export async function mayBePostgres(pid: number): Promise<boolean> {
  if (process.platform === "linux") {
    try {
      return readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres";
    } catch (error) {
      return (error as NodeJS.ErrnoException).code !== "ENOENT";
    }
  }
  const { status, stdout } = await runProgram("ps", ["-p", String(pid), "-o", "comm="]);
  return status !== 0 || stdout.includes("postgres");
}
