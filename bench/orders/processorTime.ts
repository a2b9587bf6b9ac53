import { readdirSync, readFileSync } from "node:fs";

/** CPU time, user and system, in milliseconds. */
export interface ProcessorTime {
  readonly server: number;
  /** Of all PostgreSQL's processes together, with those that have ended. */
  readonly postgres: number;
}

/** USER_HZ of proc(5): on Linux 100 everywhere. */
const msPerTick = 10;

/**
 * What the two have used since they started.
 * @param servers ids of the service's processes
 * @param postmaster process id of PostgreSQL's first process, whose children the others are
 */
export function processorTime(servers: readonly number[], postmaster: number): ProcessorTime {
  const own = servers.reduce((sum, server) => sum + statOf(server).own, 0);
  const parent = statOf(postmaster);
  let ticks = parent.own + parent.endedChildren;
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = statOf(Number(name));
      if (stat.parent === postmaster) ticks += stat.own + stat.endedChildren;
    } catch {
      // It ended while we looked; from now on its time is among its parent's ended children.
    }
  }
  return { server: own * msPerTick, postgres: ticks * msPerTick };
}

export function since(before: ProcessorTime, after: ProcessorTime): ProcessorTime {
  return { server: after.server - before.server, postgres: after.postgres - before.postgres };
}

export function added(one: ProcessorTime, other: ProcessorTime): ProcessorTime {
  return { server: one.server + other.server, postgres: one.postgres + other.postgres };
}

export const noTime: ProcessorTime = { server: 0, postgres: 0 };

/** The kernel counts a process' time in nanoseconds and tells it in whole ticks, so that sums lose nothing. */
function statOf(pid: number): { parent: number; own: number; endedChildren: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  // proc(5): the second field is the name in parentheses, which may hold spaces; what follows begins with the third.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const at = (field: number) => Number(fields[field - 3]);
  return { parent: at(4), own: at(14) + at(15), endedChildren: at(16) + at(17) };
}
