import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A running service, ours to stop when we started it. */
export interface DemoServer {
  readonly demo: { readonly baseUrl: string; readonly apiKey: string };
  stop(): Promise<void>;
}

const demoFile = join(process.env["PARAPH_DIRECTORY"] ?? "var", "demo.json");
const startSeconds = 120;

/** Finds the service that runs, or starts one for the time of the demo. */
export async function reachServer(): Promise<DemoServer> {
  const running = await readDemo();
  if (running && (await isUp(running.baseUrl))) {
    process.stdout.write(`Using the service at ${running.baseUrl}.\n`);
    return { demo: running, stop: async () => undefined };
  }
  process.stdout.write("No service is running; starting one for this demo.\n");
  const main = fileURLToPath(new URL("../api/main.js", import.meta.url));
  const child = spawn(process.execPath, [main], {
    stdio: ["ignore", "ignore", "inherit"],
    // Its requests would be told in between the steps.
    env: { LOG_LEVEL: "warn", ...process.env, PORT: process.env["PORT"] ?? "0" },
  });
  const stop = () => stopChild(child);
  try {
    return { demo: await waitForStart(child, running), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function waitForStart(
  child: ChildProcess,
  before: DemoServer["demo"] | null,
): Promise<DemoServer["demo"]> {
  for (let waited = 0; waited < startSeconds * 5; waited++) {
    if (child.exitCode !== null) throw new Error("The service did not start.");
    const demo = await readDemo();
    if (demo && (demo.baseUrl !== before?.baseUrl || process.env["PORT"]) && (await isUp(demo.baseUrl)))
      return demo;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`The service did not start within ${startSeconds} seconds.`);
}

async function readDemo(): Promise<DemoServer["demo"] | null> {
  try {
    return JSON.parse(await readFile(demoFile, "utf8")) as DemoServer["demo"];
  } catch {
    // Not there before the first start.
    return null;
  }
}

async function isUp(baseUrl: string): Promise<boolean> {
  try {
    return (await fetch(`${baseUrl}/ready`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
