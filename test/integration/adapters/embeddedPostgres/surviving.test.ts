import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { kill, PostgresPlace, query } from "../../../support/postgresPlace.js";

describe("what an embedded PostgreSQL survives", () => {
  let place: PostgresPlace;
  beforeEach(async () => {
    place = await PostgresPlace.make();
  });
  afterEach(() => place.remove());

  test("a kill of the process that started it: the next one adopts the running server", async () => {
    const { url, child } = await place.startUser();
    const [before] = await query(url, "SELECT pg_postmaster_start_time() AS since");
    await kill(child);
    const { adminUrl } = await place.start();
    expect(adminUrl).toBe(url);
    expect(await query(adminUrl, "SELECT pg_postmaster_start_time() AS since")).toEqual([before]);
  });

  test("a kill of the server itself: the next start recovers what was committed", async () => {
    const first = await place.start(true);
    await query(first.adminUrl, "CREATE TABLE kept AS SELECT 'yes' AS value");
    process.kill(place.postmasterPid(), "SIGKILL");
    const second = await place.start();
    expect(await query(second.adminUrl, "SELECT value FROM kept")).toEqual([{ value: "yes" }]);
  });

  test("a kill of the server itself, while we use it: it comes back on the same port, with what was committed", async () => {
    const { adminUrl } = await place.start(true);
    await query(adminUrl, "CREATE TABLE kept AS SELECT 'yes' AS value");
    const killed = place.postmasterPid();
    process.kill(killed, "SIGKILL");
    const answer = async (): Promise<unknown> => {
      try {
        return await query(adminUrl, "SELECT value FROM kept");
      } catch {
        await pause(100);
        return answer();
      }
    };
    expect(await answer()).toEqual([{ value: "yes" }]);
    expect(place.postmasterPid()).not.toBe(killed);
  });

  test("several first starts at once: they share one server", async () => {
    const users = await Promise.all([place.startUser(), place.startUser(), place.startUser()]);
    expect(new Set(users.map(({ url }) => url)).size).toBe(1);
    expect(readdirSync(place.parent)).toEqual(["postgres"]);
  });

  test("a lock file of before a restart of the machine, whose number is another program's today", async () => {
    const first = await place.start();
    const lock = readFileSync(join(place.directory, "data", "postmaster.pid"), "utf8");
    await first.stop();
    writeFileSync(
      join(place.directory, "data", "postmaster.pid"),
      lock.replace(/^\d+/, String(process.pid)),
      {
        mode: 0o600,
      },
    );
    const { adminUrl } = await place.start();
    expect(await query(adminUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  test("a first start that was cut off: what it left is removed", async () => {
    const gone = spawn(process.execPath, ["--eval", ""]);
    await once(gone, "exit");
    const leftover = `${place.directory}.${gone.pid}.new`;
    mkdirSync(join(leftover, "data"), { recursive: true });
    await place.start();
    expect(existsSync(leftover)).toBe(false);
  });
});
