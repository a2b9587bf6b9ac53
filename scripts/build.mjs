import { ensureReady, runScript } from "./bootstrap.mjs";

await runScript(async () => {
  await ensureReady({ build: true });
  return 0;
});
