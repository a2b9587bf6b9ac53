import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { ensureReady, runScript } from "./bootstrap.mjs";
import { at, say } from "./checkout.mjs";
import { runJest, tellOutcome } from "./jest.mjs";
import { installJudges } from "./judges.mjs";
import { runTool } from "./runtime.mjs";

// npm test [-- what jest takes: a path of a test, -t name]. Its last line is `N passed, N failed[, N skipped]`.
await runScript(() =>
  tellOutcome(async () => {
    await ensureReady({ build: true });
    await installJudges();
    await prepareS3Server();
    return runJest(process.argv.slice(2));
  }),
);

/** The S3 server that the tests talk to is built once; where it cannot be, those tests say that they are skipped. */
async function prepareS3Server() {
  const module = pathToFileURL(at("dist", "test", "support", "s3Server.js"));
  if (!existsSync(module)) return;
  const { status, output } = await runTool(
    [
      "--input-type=module",
      "--eval",
      `const { installS3Server } = await import("${module}"); await installS3Server();`,
    ],
    { quiet: true },
  );
  if (status !== 0)
    say(`The S3 server for the tests could not be built: ${output.trim().split("\n").at(-1)}`);
}
