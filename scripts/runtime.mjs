import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { at, root, SetupError } from "./checkout.mjs";

const wanted = 24;
const installed = at("node_modules", "node", "bin", "node");

/** Whether the Node that npm installed runs here. */
export function installedRuntimeWorks() {
  if (!existsSync(installed)) return false;
  const { status, stdout } = spawnSync(installed, ["--version"], { encoding: "utf8" });
  return status === 0 && stdout.startsWith(`v${wanted}.`);
}

/** Whether the Node that runs this script can run Paraph. */
export function ownRuntimeWorks() {
  return Number.parseInt(process.versions.node, 10) >= wanted;
}

/**
 * The Node that runs Paraph: the one that npm installed, so that every checkout has the same, else our own.
 * @returns {string} path of the program
 */
export function runtime() {
  if (existsSync(installed) && (!ownRuntimeWorks() || installedRuntimeWorks())) return installed;
  if (ownRuntimeWorks()) return process.execPath;
  throw new SetupError(
    `Paraph runs on Node ${wanted}, which npm could not install here. Install Node ${wanted} or newer yourself and start again.`,
  );
}

/**
 * Runs a tool of the checkout to its end, in the checkout.
 * @param {string[]} programArguments of Node, a script's path first
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv }} options quiet: keep what it prints, and return it
 * @returns {Promise<{ status: number, output: string }>}
 */
export function runTool(programArguments, options = {}) {
  return runCommand(runtime(), programArguments, options);
}

/** As `runTool`, for any program. */
export function runCommand(program, programArguments, { quiet = false, env = process.env, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = quiet ? ["ignore", "pipe", "pipe"] : "inherit";
    const child = spawn(program, programArguments, { cwd, env, stdio });
    let output = "";
    for (const stream of quiet ? [child.stdout, child.stderr] : []) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ status: code ?? 1, output }));
  });
}
