import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { ensureReady, runScript } from "./bootstrap.mjs";
import { at, say } from "./checkout.mjs";
import { installJudges } from "./judges.mjs";
import { runTool } from "./runtime.mjs";

const result = at("var", `test-result-${process.pid}.json`);

// npm test [-- what jest takes: a path of a test, -t name]. Its last line is `N passed, N failed[, N skipped]`.
await runScript(async () => {
  let counted;
  try {
    counted = await runTests(process.argv.slice(2));
  } catch (error) {
    say(error.message);
    counted = { passed: 0, failed: 1, skipped: [] };
  }
  const { passed, failed, skipped } = counted;
  for (const name of skipped) console.log(`skipped: ${name}`);
  console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`);
  return failed === 0 && passed > 0 ? 0 : 1;
});

async function runTests(wishes) {
  await ensureReady({ build: true });
  await installJudges();
  await prepareS3Server();
  mkdirSync(at("var"), { recursive: true });
  // A test is named by its source, and run compiled.
  const patterns = wishes.map((wish) =>
    wish.replace(/^(?:\.\/)?(test\/.*?)(\.ts)?$/, (_, path, extension) => (extension ? `${path}.js` : path)),
  );
  try {
    const { status } = await runTool(
      [
        "--experimental-vm-modules",
        "--disable-warning=ExperimentalWarning",
        at("node_modules", "jest", "bin", "jest.js"),
        ...patterns,
      ],
      { env: { ...plain(process.env), PARAPH_TEST_RESULT: result } },
    );
    if (!existsSync(result)) return { passed: 0, failed: 1, skipped: [] };
    const counted = JSON.parse(readFileSync(result, "utf8"));
    // Whatever else jest holds against the run.
    if (status !== 0 && counted.failed === 0) counted.failed = 1;
    return counted;
  } finally {
    rmSync(result, { force: true });
  }
}

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

/** An environment that asks for no colours where nobody could see them. */
function plain(env) {
  if (process.stdout.isTTY) return env;
  const { FORCE_COLOR: _, ...rest } = env;
  return { ...rest, NO_COLOR: "1" };
}
