import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { checkout } from "./checkout.js";

const lockModule = pathToFileURL(join(checkout, "scripts/lock.mjs")).href;
const program = `
  import { appendFileSync } from "node:fs";
  import { setTimeout as pause } from "node:timers/promises";
  import { withLock } from ${JSON.stringify(lockModule)};
  const [, file, journal] = process.argv;
  await withLock(file, () => undefined, async () => {
    appendFileSync(journal, "in ");
    await pause(50);
    appendFileSync(journal, "out ");
  });`;

describe("the lock of the set-up", () => {
  let place: string;
  let file: string;
  let journal: string;

  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), "paraph-lock-"));
    file = join(place, "setup.lock");
    journal = join(place, "journal");
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  async function enter(): Promise<void> {
    const child = spawn(process.execPath, ["--input-type=module", "--eval", program, file, journal], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    const [status] = (await once(child, "exit")) as [number];
    expect(status).toBe(0);
  }

  test("lets one process in at a time", async () => {
    await Promise.all([enter(), enter(), enter(), enter()]);
    expect(readFileSync(journal, "utf8")).toBe("in out ".repeat(4));
  });

  test("is taken over, by one only, from a process that was killed", async () => {
    const killed = spawn(process.execPath, ["--eval", ""]);
    await once(killed, "exit");
    writeFileSync(file, String(killed.pid));
    await Promise.all([enter(), enter(), enter(), enter()]);
    expect(readFileSync(journal, "utf8")).toBe("in out ".repeat(4));
  });

  test("is taken over when its holder's number has long been another program's", async () => {
    writeFileSync(file, String(process.pid));
    const longAgo = new Date(Date.now() - 10 * 60_000);
    utimesSync(file, longAgo, longAgo);
    await enter();
    expect(readFileSync(journal, "utf8")).toBe("in out ");
  });
});
