import { fileURLToPath } from "node:url";
import base, { enduring } from "../../jest.config.mjs";

/**
 * The endurance suite: processes that die, at each statement, between any two, and while hundreds of orders are under
 * way. One file after the other: they keep a machine busy by themselves.
 */
export default {
  ...base,
  rootDir: fileURLToPath(new URL("../../dist/test", import.meta.url)),
  testMatch: [
    "<rootDir>/{endurance,chaos}/**/*.test.js",
    ...enduring.map((name) => `<rootDir>/integration/${name}`),
  ],
  maxWorkers: 1,
  testTimeout: 1_200_000,
};
