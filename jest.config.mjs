import { fileURLToPath } from "node:url";

/** Tests of processes that die, of endpoints in trouble, and of what takes longest to refuse: `npm run endurance`. */
export const enduring = [
  "**/*[cC]rash*.test.js",
  "**/embeddedPostgres/*.test.js",
  "**/webhooks/deliveries/*.test.js",
  "**/api/checkpoints*.test.js",
  "**/retention/purgeFailures.test.js",
  "**/api/badDocuments*.test.js",
];

/** Tests of the engine that go through whole corpora, or ask a judge many times: `npm run conformance`. */
export const judged = [
  "**/pdf/form/testMark.test.js",
  "**/pdf/text/realText.test.js",
  "**/pades/{strangersExtended,damagedDocuments,earlierSignatures}.test.js",
];

/**
 * Tests are compiled first and run from dist/, in their mirror of the tree; conformance, e2e and endurance have scripts of
 * their own, which keeps these under ten minutes.
 */
export default {
  rootDir: "dist/test",
  testMatch: [
    "<rootDir>/{unit,integration}/**/*.test.js",
    ...[...enduring, ...judged].map((name) => `!${name}`),
  ],
  globalSetup: "<rootDir>/support/globalSetup.js",
  globalTeardown: "<rootDir>/support/globalTeardown.js",
  reporters: ["default", fileURLToPath(new URL("scripts/testReporter.mjs", import.meta.url))],
  transform: {},
  testEnvironment: "node",
  testTimeout: 30_000,
  maxWorkers: 2,
  // Modules stay in a worker's memory when their suite is over: after some hundred suites a worker does little but
  // collect garbage, and limits of processor time fail that have nothing to do with it.
  workerIdleMemoryLimit: "1GB",
};
