import { fileURLToPath } from "node:url";
import base, { judged } from "../../jest.config.mjs";

const { globalSetup: _setup, globalTeardown: _teardown, ...shared } = base;

/** The conformance suite: no database, and judges that draw and validate what a test has signed. */
export default {
  ...shared,
  rootDir: fileURLToPath(new URL("../../dist/test", import.meta.url)),
  testMatch: ["<rootDir>/conformance/**/*.test.js", ...judged.map((name) => `<rootDir>/unit/${name}`)],
  reporters: [
    ...shared.reporters,
    fileURLToPath(new URL("../../scripts/progressReporter.mjs", import.meta.url)),
  ],
  testTimeout: 120_000,
};
