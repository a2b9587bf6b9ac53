import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { at, fingerprint, read, SetupError, say } from "./checkout.mjs";
import { runTool } from "./runtime.mjs";

const stamp = at("dist", ".paraph-stamp");
const compiler = at("node_modules", "@typescript", "native", "bin", "tsc");

/** The service and the tests are one project; what runs in a browser, each page and the console, is one of its own. */
function projects() {
  const pages = existsSync(at("widget")) ? readdirSync(at("widget")) : [];
  const inBrowsers = [...pages.map((page) => join("widget", page)), "console"];
  return ["tsconfig.json", ...inBrowsers.map((folder) => join(folder, "tsconfig.json"))].filter((path) =>
    existsSync(at(path)),
  );
}

/** Folders that have sources, and in dist/ what is made of them. */
const folders = () => [...JSON.parse(read("tsconfig.json")).include, "widget", "console"];

/** The files under the folders, as paths relative to `parent`, in a fixed order. */
function filesUnder(parent) {
  const found = folders()
    .map((folder) => join(parent, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => relative(parent, join(entry.parentPath ?? entry.path, entry.name)));
  return found.sort();
}

/** The state of the sources in one word: names, sizes and times of change, and what compiles them. */
function stateOfSources() {
  const sources = filesUnder(at()).filter((path) => /\.(ts|json)$/.test(path));
  const lines = ["tsconfig.json", ...sources].map((path) => {
    const { size, mtimeMs } = statSync(at(path));
    return `${path} ${size} ${mtimeMs}`;
  });
  return fingerprint(lines.join("\n"), read("node_modules", ".paraph-stamp") ?? "");
}

/** Whether dist/ has been compiled from the sources as they are. */
export function isCompiled() {
  return read("dist", ".paraph-stamp") === stateOfSources();
}

/** Compiles what has changed into dist/, and removes there what has no source any more. */
export async function compile() {
  const state = stateOfSources();
  rmSync(stamp, { force: true });
  say("Compiling.");
  const complaints = [];
  for (const project of projects()) {
    const { status, output } = await runTool([compiler, "--project", at(project)], { quiet: true });
    if (status !== 0) complaints.push(output.trim());
  }
  if (complaints.length > 0) throw new SetupError(`${complaints.join("\n")}\nThe sources do not compile.`);
  removeOrphans();
  writeFileSync(stamp, state);
}

/** A test or a migration that is gone from the sources must not go on running. */
function removeOrphans() {
  for (const path of filesUnder(at("dist"))) {
    const source = path.replace(/\.js(\.map)?$/, ".ts");
    if (/\.(ts|json)$/.test(source) && !existsSync(at(source))) rmSync(at("dist", path));
  }
}
