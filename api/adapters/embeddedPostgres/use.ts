import { randomUUID } from "node:crypto";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive, startOf } from "./processes.js";

/**
 * Who uses a server, so that the last to leave stops it and nobody stops it under another's hands. Each user is an
 * empty file named after its process; one who wants to stop the server first sets a mark, then looks for users; one
 * who comes first signs in, then looks for marks. So of two at the same moment at least one sees the other, with no
 * lock that a killed process could leave behind: names of dead processes count for nothing.
 */
export interface Use {
  /** Signs out, and calls `stop` when nobody else is left. */
  end(stop: () => Promise<void>): Promise<void>;
}

/** Directories of a cluster that this needs. */
export const useDirectories = ["users", "stopping"] as const;

/**
 * Signs in; waits while somebody who saw no users is stopping the server.
 * @param directory of the cluster
 */
export async function beginUse(directory: string): Promise<Use> {
  const [users, marks] = useDirectories.map((name) => join(directory, name)) as [string, string];
  const name = `${process.pid}-${startOf(process.pid)}-${randomUUID()}`;
  const sign = (where: string) => writeFile(join(where, name), "", { flag: "wx", mode: 0o600 });
  const erase = (where: string) => rm(join(where, name), { force: true });

  await sign(users);
  while ((await living(marks)).length > 0) await pause(50);
  return {
    async end(stop) {
      await sign(marks);
      try {
        await erase(users);
        if ((await living(users)).length === 0) await stop();
      } finally {
        await erase(marks);
      }
    },
  };
}

/** The names in a directory whose process still lives; those of dead ones are removed. */
async function living(directory: string): Promise<string[]> {
  const names = await readdir(directory);
  const found: string[] = [];
  for (const name of names) {
    const [pid = "", start = ""] = name.split("-");
    if (isAlive(Number(pid)) && startOf(Number(pid)) === start) found.push(name);
    else await rm(join(directory, name), { force: true });
  }
  return found;
}
