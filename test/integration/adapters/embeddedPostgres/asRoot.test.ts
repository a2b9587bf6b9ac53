import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { describeWhere } from "../../../support/judges.js";
import { PostgresPlace, query } from "../../../support/postgresPlace.js";

const isRoot = process.getuid?.() === 0;
const isLinux = process.platform === "linux";

describeWhere(isRoot && isLinux, "root on Linux", "an embedded PostgreSQL that root starts", () => {
  let place: PostgresPlace;
  beforeEach(async () => {
    place = await PostgresPlace.make();
  });
  afterEach(() => place.remove());

  const statusOf = (pid: number) => readFileSync(`/proc/${pid}/status`, "utf8");
  const capabilities = (pid: number) => BigInt(`0x${/^CapEff:\s*(\w+)$/m.exec(statusOf(pid))?.[1]}`);
  const unprivileged = { uid: 65534, gid: 65534 };

  test("it runs as another account, without privileges and without our environment", async () => {
    process.env["PARAPH_TEST_SECRET"] = "not for the server";
    await place.start();
    delete process.env["PARAPH_TEST_SECRET"];
    const pid = place.postmasterPid();
    expect(/^Uid:\s*0\b/m.test(statusOf(pid))).toBe(false);
    // Where the checkout lies under a directory that this account cannot enter, it may read past that, and no more.
    const readSearch = 1n << 2n;
    expect([0n, readSearch]).toContain(capabilities(pid));
    expect(readFileSync(`/proc/${pid}/environ`, "utf8")).not.toContain("PARAPH_TEST_SECRET");
  });

  test("under a directory that only root may enter, it has one capability more and nobody's permissions change", async () => {
    chmodSync(place.parent, 0o700);
    const { adminUrl } = await place.start();
    expect(await query(adminUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(/^Uid:\s*0\b/m.test(statusOf(place.postmasterPid()))).toBe(false);
    // CAP_DAC_READ_SEARCH is bit 2, CAP_DAC_OVERRIDE bit 1 (linux/capability.h).
    expect([1n << 1n, 1n << 2n]).toContain(capabilities(place.postmasterPid()));
    expect(statSync(place.parent).mode & 0o777).toBe(0o700);
  });

  test("a copy that root made of a cluster is given back to the server's account", async () => {
    await (await place.start()).stop();
    const owner = statSync(place.directory).uid;
    await once(spawn("chown", ["-R", "0:0", place.directory]), "exit");
    const { adminUrl } = await place.start();
    expect(await query(adminUrl, "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    expect(statSync(place.directory).uid).toBe(owner);
  });

  test("a cluster that an ordinary user made keeps running as that user", async () => {
    mkdirSync(place.directory, { mode: 0o700 });
    await once(spawn("chown", [`${unprivileged.uid}:${unprivileged.gid}`, place.directory]), "exit");
    await place.start();
    expect(new RegExp(`^Uid:\\s*${unprivileged.uid}\\b`, "m").test(statusOf(place.postmasterPid()))).toBe(
      true,
    );
  });
});
