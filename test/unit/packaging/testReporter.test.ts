import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "./checkout.js";

interface Counted {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

describe("what npm test counts", () => {
  let place: string;

  beforeEach(() => {
    // In the checkout, so that jest is found; under var/, so that no other run finds it.
    mkdirSync(join(checkout, "var"), { recursive: true });
    place = mkdtempSync(join(checkout, "var", "reporter-"));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  function count(files: Readonly<Record<string, string>>): Counted {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(place, name), text);
    const result = join(place, "result.json");
    const config = {
      rootDir: place,
      testMatch: ["<rootDir>/*.test.js"],
      transform: {},
      reporters: [join(checkout, "scripts/testReporter.mjs")],
    };
    try {
      execFileSync(
        process.execPath,
        [
          "--experimental-vm-modules",
          join(checkout, "node_modules/jest/bin/jest.js"),
          "--config",
          JSON.stringify(config),
          "--runInBand",
        ],
        { cwd: place, stdio: "ignore", env: { ...process.env, PARAPH_TEST_RESULT: result } },
      );
    } catch {
      // A run with failed tests ends so; what counts is below.
    }
    return JSON.parse(readFileSync(result, "utf8")) as Counted;
  }

  test("each test counts once, and a skipped one is named", () => {
    const counted = count({
      "a.test.js": 'test("good", () => {}); test("bad", () => { throw new Error("no"); });',
      "b.test.js": 'describe("judge", () => { test.skip("absent", () => {}); test("good", () => {}); });',
    });
    expect(counted).toEqual({ passed: 2, failed: 1, skipped: ["judge absent"] });
  });

  test("a file that does not load is one failure", () => {
    const counted = count({ "a.test.js": 'import "./nowhere.js";', "b.test.js": 'test("good", () => {});' });
    expect(counted).toEqual({ passed: 1, failed: 1, skipped: [] });
  });

  test("a file without tests is one failure", () => {
    expect(count({ "a.test.js": "" })).toEqual({ passed: 0, failed: 1, skipped: [] });
  });

  test("what breaks after the tests of a file is a failure too", () => {
    const counted = count({
      "a.test.js": 'test("good", () => {}); afterAll(() => { throw new Error("late"); });',
    });
    expect(counted).toEqual({ passed: 1, failed: 1, skipped: [] });
  });
});
