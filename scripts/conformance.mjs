import { ensureReady, runScript } from "./bootstrap.mjs";
import { at, say } from "./checkout.mjs";
import { runJest, tellOutcome } from "./jest.mjs";
import { conformancePackages, installJudges } from "./judges.mjs";
import { installJudge, judgeNames } from "./registryJudges.mjs";

// npm run conformance [-- what jest takes: a path of a test, -t name]: what foreign judges say of what we sign. Its
// last line is `N passed, N failed[, N skipped]`; a judge that cannot be installed skips the tests that need it.
await runScript(() =>
  tellOutcome(async () => {
    await ensureReady({ build: true });
    await installJudges(conformancePackages);
    for (const name of judgeNames) {
      const absent = await installJudge(name);
      if (absent) say(`${absent}\nTests that need it are skipped.`);
    }
    return runJest(["--config", at("test", "conformance", "jest.config.mjs"), ...process.argv.slice(2)]);
  }),
);
