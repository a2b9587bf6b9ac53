import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

test.each(["sign", "extend"])(
  "%s brings a large document to B-LTA within its size, for the result, and little more",
  (what) => {
    const program = fileURLToPath(new URL("archiveLarge.js", import.meta.url));
    const { megabytes, grown } = JSON.parse(
      execFileSync(process.execPath, [program, what, "100"], { encoding: "utf8" }),
    );
    expect(megabytes).toBeGreaterThan(100);
    expect(grown).toBeLessThan(100 + 64);
  },
);
