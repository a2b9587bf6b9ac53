import { fileURLToPath } from "node:url";
import base from "../../jest.config.mjs";

const { globalSetup: _setup, globalTeardown: _teardown, ...shared } = base;

/** The endurance suite: what takes minutes, because it is done hundreds of times. */
export default {
  ...shared,
  rootDir: fileURLToPath(new URL("../../dist/test", import.meta.url)),
  testMatch: ["<rootDir>/endurance/**/*.test.js"],
  testTimeout: 1_200_000,
};
