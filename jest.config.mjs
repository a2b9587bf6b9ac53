import { fileURLToPath } from "node:url";

/** Tests are compiled first and run from dist/, in their mirror of the tree; test/conformance by a script of its own. */
export default {
  rootDir: "dist/test",
  testMatch: ["<rootDir>/{unit,integration,e2e,chaos}/**/*.test.js"],
  globalSetup: "<rootDir>/support/globalSetup.js",
  globalTeardown: "<rootDir>/support/globalTeardown.js",
  reporters: ["default", fileURLToPath(new URL("scripts/testReporter.mjs", import.meta.url))],
  transform: {},
  testEnvironment: "node",
  testTimeout: 30_000,
  maxWorkers: 2,
};
