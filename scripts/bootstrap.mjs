import { at, SetupError, say } from "./checkout.mjs";
import { compile, isCompiled } from "./compile.mjs";
import { install, isInstalled } from "./install.mjs";
import { withLock } from "./lock.mjs";

const oldest = 20;

/**
 * Makes a checkout ready to run: dependencies installed as locked, a Node that runs Paraph, sources compiled.
 * Does nothing where all is as it should be, and may run in several processes at once.
 * @param {{ build: boolean }} options
 */
export async function ensureReady({ build }) {
  if (Number.parseInt(process.versions.node, 10) < oldest) {
    throw new SetupError(`Paraph needs Node ${oldest} or newer to start; this is ${process.version}.`);
  }
  const isReady = () => isInstalled() && (!build || isCompiled());
  if (isReady()) return;
  const onWait = () => say("Another process is setting up this checkout; waiting for it.");
  await withLock(at("var", "setup.lock"), onWait, async () => {
    if (!isInstalled()) await install();
    if (build && !isCompiled()) await compile();
  });
}

/**
 * Runs the main function of a script; its result is the exit status. A SetupError is told in its own words.
 * @param {() => Promise<number>} main
 */
export async function runScript(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    say(error instanceof SetupError ? error.message : error.stack);
    process.exitCode = 1;
  }
}
