import { ensureReady, runScript } from "./bootstrap.mjs";
import { at } from "./checkout.mjs";
import { runTool } from "./runtime.mjs";

// npm run generate [-- --check]
await runScript(async () => {
  await ensureReady({ build: false });
  const { status } = await runTool([at("scripts", "describeApi.mjs"), ...process.argv.slice(2)]);
  return status;
});
