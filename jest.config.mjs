import { fileURLToPath } from "node:url";

/**
 * Tests are compiled first and run from dist/, in their mirror of the tree; conformance, e2e and endurance, which has all
 * that crashes, have scripts of their own.
 */
export default {
  rootDir: "dist/test",
  testMatch: ["<rootDir>/{unit,integration}/**/*.test.js", "!**/*[cC]rash*.test.js"],
  globalSetup: "<rootDir>/support/globalSetup.js",
  globalTeardown: "<rootDir>/support/globalTeardown.js",
  reporters: ["default", fileURLToPath(new URL("scripts/testReporter.mjs", import.meta.url))],
  transform: {},
  testEnvironment: "node",
  testTimeout: 30_000,
  maxWorkers: 2,
};
