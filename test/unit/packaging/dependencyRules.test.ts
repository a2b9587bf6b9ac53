import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkout } from "./checkout.js";

/** A small tree in which each file breaks one rule, or none. */
const tree: Readonly<Record<string, { imports: readonly string[]; breaks: string | null }>> = {
  "engine/error.ts": { imports: ["node:crypto"], breaks: null },
  "engine/reader.ts": { imports: ["node:fs"], breaks: "engine-is-pure" },
  "engine/knowing.ts": { imports: ["../api/ports/clock.js"], breaks: "engine-is-pure" },
  "api/ports/clock.ts": { imports: ["../../engine/error.js"], breaks: null },
  "api/ports/orderly.ts": { imports: ["../orders/state.js"], breaks: "ports-know-the-engine-only" },
  "api/failure/failure.ts": { imports: [], breaks: null },
  "api/database/pool.ts": { imports: ["../orders/state.js"], breaks: "foundations-know-no-capability" },
  "api/adapters/clock/system.ts": { imports: ["../../ports/clock.js"], breaks: null },
  "api/adapters/clock/clever.ts": { imports: ["../../orders/state.js"], breaks: "adapters-know-ports-only" },
  "api/orders/state.ts": { imports: ["../failure/failure.js", "../ports/clock.js"], breaks: null },
  "api/orders/direct.ts": {
    imports: ["../adapters/clock/system.js"],
    breaks: "only-the-composition-knows-adapters",
  },
  "api/orders/upward.ts": { imports: ["../http/app.js"], breaks: "capabilities-know-nothing-above-them" },
  "api/orders/back.ts": {
    imports: ["./ordersController.js"],
    breaks: "capabilities-know-nothing-above-them",
  },
  "api/orders/ordersController.ts": { imports: ["./state.js", "../http/problem.js"], breaks: null },
  "api/orders/wiringController.ts": {
    imports: ["../config.js"],
    breaks: "controllers-and-dialects-know-no-wiring",
  },
  "api/orders/one.ts": { imports: ["./other.js"], breaks: "no-circles" },
  // A circle is reported once.
  "api/orders/other.ts": { imports: ["./one.js"], breaks: null },
  "api/orders/lost.ts": { imports: ["./nowhere.js"], breaks: "everything-resolves" },
  "api/http/problem.ts": { imports: ["../failure/failure.js"], breaks: null },
  "api/http/app.ts": { imports: ["../orders/ordersController.js", "./problem.js"], breaks: null },
  "api/http/wiring.ts": { imports: ["../compose.js"], breaks: "http-knows-no-wiring" },
  "api/platform.ts": { imports: ["./orders/state.js"], breaks: "platform-is-types" },
  "api/config.ts": { imports: [], breaks: null },
  "api/compose.ts": {
    imports: ["./adapters/clock/system.js", "./config.js", "./http/app.js"],
    breaks: null,
  },
  "api/main.ts": { imports: ["./compose.js"], breaks: null },
  "billing/rate.ts": { imports: ["../api/orders/state.js"], breaks: "billing-stands-alone" },
  "cli/verify.ts": { imports: ["../engine/error.js"], breaks: null },
  "cli/shortcut.ts": { imports: ["../api/orders/state.js"], breaks: "cli-is-a-stranger" },
  "test/proof.ts": { imports: ["../api/orders/state.js"], breaks: null },
  "api/orders/tested.ts": { imports: ["../../test/proof.js"], breaks: "nothing-knows-the-tests" },
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

describe("the rules on the direction of imports", () => {
  const place = mkdtempSync(join(tmpdir(), "paraph-rules-"));
  let violations: Violation[];

  beforeAll(() => {
    for (const [path, { imports }] of Object.entries(tree)) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(
        join(place, path),
        `${imports.map((name) => `import "${name}";`).join("\n")}\nexport {};\n`,
      );
    }
    for (const name of [".dependency-cruiser.cjs", "tsconfig.json", "package.json"]) {
      copyFileSync(join(checkout, name), join(place, name));
    }
    const program = join(checkout, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
    const folders = ["engine", "api", "billing", "cli", "test"];
    const output = execFileSync(
      process.execPath,
      [program, "--config", ".dependency-cruiser.cjs", "--output-type", "json", ...folders],
      { cwd: place, encoding: "utf8" },
    );
    violations = (JSON.parse(output) as { summary: { violations: Violation[] } }).summary.violations;
  });
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  test.each(Object.entries(tree).map(([path, { breaks }]) => [path, breaks ?? "nothing"]))(
    "%s breaks %s",
    (path, rule) => {
      const broken = new Set(
        violations.filter(({ from }) => from === path).map((violation) => violation.rule.name),
      );
      expect([...broken]).toEqual(rule === "nothing" ? [] : [rule]);
    },
  );
});
