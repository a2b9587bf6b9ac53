import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { checkout } from "./checkout.js";

const started: ChildProcess[] = [];

const programModule = pathToFileURL(join(checkout, "scripts/program.mjs")).href;

/** Starts a program as the scripts do. */
function start(program: string): ChildProcess {
  const source = `
    import { startProgram } from ${JSON.stringify(programModule)};
    process.exitCode = await startProgram(${JSON.stringify(program)}, []);`;
  const script = spawn(process.execPath, ["--input-type=module", "--eval", source], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  started.push(script);
  return script;
}

/** Starts a program and waits until it has told its process id. */
async function startObedient(): Promise<{ script: ChildProcess; pid: number }> {
  const script = start("test/support/obedientProgram");
  const [line] = (await once(createInterface(script.stdout as Readable), "line")) as [string];
  return { script, pid: Number(line) };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("a program that is run by a script", () => {
  afterEach(() => {
    for (const child of started.splice(0)) child.kill("SIGTERM");
  });

  test("gets the signal that the script gets, and its exit status is the script's", async () => {
    const { script, pid } = await startObedient();
    script.kill("SIGTERM");
    const [status] = (await once(script, "exit")) as [number];
    expect(status).toBe(7);
    expect(isAlive(pid)).toBe(false);
  });

  test("ends when the script is killed, and frees its port for the next start", async () => {
    const { script, pid } = await startObedient();
    script.kill("SIGKILL");
    await once(script, "exit");
    for (let waited = 0; isAlive(pid) && waited < 5_000; waited += 50) await pause(50);
    expect(isAlive(pid)).toBe(false);
  });

  test("that does not exist ends the script with an error", async () => {
    const script = start("no/such/program");
    const [status] = (await once(script, "exit")) as [number];
    expect(status).toBe(1);
  });
});
