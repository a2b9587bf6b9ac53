import { existsSync } from "node:fs";
import { ensureReady, runScript } from "./bootstrap.mjs";
import { at } from "./checkout.mjs";
import { runTool } from "./runtime.mjs";

const folders = ["engine", "api", "billing", "cli", "test"];

// npm run lint; with --write it mends what it can.
await runScript(async () => {
  await ensureReady({ build: false });
  const write = process.argv.includes("--write");
  const style = await runTool([
    at("node_modules", "@biomejs", "biome", "bin", "biome"),
    "check",
    ...(write ? ["--write"] : []),
    ".",
  ]);
  if (write) return style.status;
  const cruiser = at("node_modules", "dependency-cruiser", "bin", "dependency-cruiser.mjs");
  const directions = await runTool([
    cruiser,
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "err",
    ...folders.filter((name) => existsSync(at(name))),
  ]);
  return style.status || directions.status;
});
