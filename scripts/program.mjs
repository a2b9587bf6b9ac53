import { spawn } from "node:child_process";
import { constants } from "node:os";
import { pathToFileURL } from "node:url";
import { ensureReady, runScript } from "./bootstrap.mjs";
import { at } from "./checkout.mjs";
import { onParentGone } from "./parent.mjs";
import { runtime } from "./runtime.mjs";

/**
 * Makes the checkout ready and runs a program of it on Node 24, as if that had been started itself.
 * @param {string} program name of a compiled file: `api/main`
 * @param {string[]} programArguments
 */
export function runProgram(program, programArguments) {
  return runScript(async () => {
    await ensureReady({ build: true });
    return startProgram(program, programArguments);
  });
}

/**
 * Room for what a request needs and drops: with V8's first 1 MB much of it outlives a look of the collector, and is
 * then collected at a tenth of all the service's work. The Dockerfile has the same.
 */
const runtimeFlags = ["--enable-source-maps", "--min-semi-space-size=16"];

/**
 * Starts a program of a checkout that is ready, and lends it our standard streams and the signals that we get.
 * @returns {Promise<number>} its exit status; 128 and the signal's number when a signal ended it
 */
export function startProgram(program, programArguments) {
  const preload = pathToFileURL(at("scripts", "endWithParent.mjs")).href;
  const child = spawn(
    runtime(),
    [...runtimeFlags, `--import=${preload}`, at("dist", `${program}.js`), ...programArguments],
    { stdio: "inherit" },
  );
  // A terminal sends its Ctrl-C to the whole foreground group, the program included.
  const forward = (signal) => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, forward);
  if (process.env.npm_lifecycle_event) onParentGone(() => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
