import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { ensureReady, runScript } from "./bootstrap.mjs";
import { at, SetupError, say } from "./checkout.mjs";
import { runTool } from "./runtime.mjs";

/*
 * Builds the folder that is published as @paraph/engine: what engine/index.ts leads to, compiled with its types, and
 * package.json, README, ERRORS, LICENSE and NOTICE beside it. `npm publish` and `npm pack` take it as it is.
 * An argument says where to; var/engine without one.
 */
await runScript(async () => {
  await ensureReady({ build: false });
  const target = resolve(process.argv[2] ?? at("var", "engine"));
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  await compileInto(target);
  for (const name of ["package.json", "README.md", "ERRORS.md"])
    cpSync(at("engine", name), resolve(target, name));
  for (const name of ["LICENSE", "NOTICE"]) cpSync(at(name), resolve(target, name));
  say(`@paraph/engine is in ${target}.`);
  return 0;
});

/** With the options of the checkout, but alone: nothing that only the service or the tests need comes along. */
async function compileInto(target) {
  const project = resolve(target, "tsconfig.json");
  const compilerOptions = {
    rootDir: at("engine"),
    outDir: resolve(target, "dist"),
    declaration: true,
    sourceMap: false,
    incremental: false,
    tsBuildInfoFile: null,
    types: ["node"],
    typeRoots: [at("node_modules", "@types")],
  };
  const configuration = {
    extends: at("tsconfig.json"),
    compilerOptions,
    files: [at("engine", "index.ts")],
    include: [],
  };
  writeFileSync(project, JSON.stringify(configuration));
  const compiler = at("node_modules", "@typescript", "native", "bin", "tsc");
  const { status, output } = await runTool([compiler, "--project", project], { quiet: true });
  rmSync(project);
  if (status !== 0) throw new SetupError(`${output.trim()}\nThe engine does not compile.`);
}
