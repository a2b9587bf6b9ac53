import { ensureReady, runScript } from "./bootstrap.mjs";
import { at } from "./checkout.mjs";
import { runJest, tellOutcome } from "./jest.mjs";

// npm run endurance [-- what jest takes: a path of a test, -t name]: processes that die at each statement, and while
// hundreds of orders are under way. Its last line is `N passed, N failed[, N skipped]`.
await runScript(() =>
  tellOutcome(async () => {
    await ensureReady({ build: true });
    return runJest(["--config", at("test", "endurance", "jest.config.mjs"), ...process.argv.slice(2)]);
  }),
);
