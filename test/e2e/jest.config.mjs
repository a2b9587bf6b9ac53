import { fileURLToPath } from "node:url";
import base from "../../jest.config.mjs";

/** The pages and letters in a real browser. */
export default {
  ...base,
  rootDir: fileURLToPath(new URL("../../dist/test", import.meta.url)),
  testMatch: ["<rootDir>/e2e/**/*.test.js"],
};
