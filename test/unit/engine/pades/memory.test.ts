import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

test("signing a large document takes its size once, for the result, and little more", () => {
  const program = fileURLToPath(new URL("signLarge.js", import.meta.url));
  const { megabytes, grown } = JSON.parse(
    execFileSync(process.execPath, [program, "100"], { encoding: "utf8" }),
  );
  expect(megabytes).toBeGreaterThan(100);
  expect(grown).toBeGreaterThan(90);
  expect(grown).toBeLessThan(100 + 64);
});
