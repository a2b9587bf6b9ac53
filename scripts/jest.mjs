import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { at, say } from "./checkout.mjs";
import { runTool } from "./runtime.mjs";

const result = at("var", `test-result-${process.pid}.json`);

/**
 * Runs tests and tells what became of them: the last line is `N passed, N failed[, N skipped]`, those skipped are
 * named above it.
 * @param {() => Promise<object>} run what `runJest` returns; whatever it throws is a failed test
 * @returns {Promise<number>} exit status: 1 when a test failed, or none ran
 */
export async function tellOutcome(run) {
  let counted;
  try {
    counted = await run();
  } catch (error) {
    say(error.message);
    counted = { passed: 0, failed: 1, skipped: [] };
  }
  const { passed, failed, skipped } = counted;
  for (const name of skipped) console.log(`skipped: ${name}`);
  console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/**
 * Runs jest on compiled tests.
 * @param {string[]} wishes what jest takes; a test may be named by its source
 * @returns {Promise<{ passed: number, failed: number, skipped: string[] }>}
 */
export async function runJest(wishes) {
  mkdirSync(at("var"), { recursive: true });
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

/** An environment that asks for no colours where nobody could see them. */
function plain(env) {
  if (process.stdout.isTTY) return env;
  const { FORCE_COLOR: _, ...rest } = env;
  return { ...rest, NO_COLOR: "1" };
}
