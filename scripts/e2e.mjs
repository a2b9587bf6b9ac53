import { ensureReady, runScript } from "./bootstrap.mjs";
import { at } from "./checkout.mjs";
import { runJest, tellOutcome } from "./jest.mjs";
import { installJudges } from "./judges.mjs";

// npm run e2e [-- what jest takes: a path of a test, -t name]: the pages and letters in a real browser, which writes
// pictures of them to var/screenshots. Its last line is `N passed, N failed[, N skipped]`.
await runScript(() =>
  tellOutcome(async () => {
    await ensureReady({ build: true });
    await installJudges();
    return runJest(["--config", at("test", "e2e", "jest.config.mjs"), ...process.argv.slice(2)]);
  }),
);
